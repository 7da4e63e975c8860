"""A counted referral is taken back: read, decided, committed."""

from shared.contracts.events import Event, ReferralReversed
from shared.domain.ids import RegistrationId
from shared.domain.registration import Reason, Registration
from shared.domain.reversal import Reversal, reverse
from tests.support.builders import ACME, NOON, TODAY
from tests.support.stores import Stores


def decided(stores: Stores) -> Reversal:
    tally, head = stores.ledgers.tally_and_head(ACME)
    waiting, available = stores.reversals.waiting(ACME), stores.reversals.available(ACME)
    return reverse(tally, head, waiting=waiting, available=available, on=TODAY)


def commit(stores: Stores, registration_id: RegistrationId, reversal: Reversal) -> None:
    said: list[Event] = [
        ReferralReversed(
            event_id=f"reversed:{registration_id}",
            occurred_at=NOON,
            company_id=ACME,
            registration_id=registration_id,
            reason=Reason.SUSPECTED_FRAUD,
        )
    ]
    stores.reversals.reverse(registration_id, ACME, reversal, Reason.SUSPECTED_FRAUD, said, NOON)


def take_back(stores: Stores, made: Registration) -> None:
    commit(stores, made.registration_id, decided(stores))
