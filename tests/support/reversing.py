"""A counted referral is taken back: read, decided, committed."""

from shared.contracts.events import Event, ReferralReversed
from shared.domain.ids import CompanyId, RegistrationId
from shared.domain.registration import Reason, Registration
from shared.domain.reversal import Reversal, reverse
from shared.domain.rules import FIRST
from tests.support.builders import ACME, NOON, TODAY
from tests.support.stores import Stores


def decided(stores: Stores, company_id: CompanyId = ACME) -> Reversal:
    tally, head = stores.ledgers.tally_and_head(company_id)
    waiting = stores.reversals.waiting(company_id)
    available = stores.reversals.available(company_id)
    return reverse(tally, head, waiting=waiting, available=available, on=TODAY, rules=FIRST)


def commit(stores: Stores, registration_id: RegistrationId, reversal: Reversal) -> None:
    company_id = reversal.posting.before.company_id
    said: list[Event] = [
        ReferralReversed(
            event_id=f"reversed:{registration_id}",
            occurred_at=NOON,
            company_id=company_id,
            registration_id=registration_id,
            reason=Reason.SUSPECTED_FRAUD,
        )
    ]
    fraud = Reason.SUSPECTED_FRAUD
    stores.reversals.reverse(registration_id, company_id, reversal, fraud, said, NOON)


def take_back(stores: Stores, made: Registration) -> None:
    commit(stores, made.registration_id, decided(stores, made.company_id))
