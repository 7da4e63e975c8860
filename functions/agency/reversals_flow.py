"""a counted registration -> what gives way for it? -> take it back, in one transaction."""

from collections.abc import Iterator
from datetime import datetime

from shared.contracts.events import CreditVoided, Event, ReferralReversed
from shared.contracts.figure_facts import progress
from shared.domain import reversal
from shared.domain.errors import AlreadyDecided, StateForbids
from shared.domain.ids import RegistrationId
from shared.domain.registration import Reason, Registration, State
from shared.domain.reversal import Reversal
from shared.ports.ledger import Ledgers
from shared.ports.programme import Programme
from shared.ports.registering import Registrations, Reversals
from shared.retry import retry_on_conflict


@retry_on_conflict
def reverse(
    registration_id: RegistrationId,
    reason: Reason,
    *,
    registrations: Registrations,
    ledgers: Ledgers,
    reversals: Reversals,
    programme: Programme,
    now: datetime,
    agreed: str | None = None,
) -> None:
    """
    Args:
        agreed: what whoever asks was told would give way, or its kind.

    Raises:
        RegistrationNotFound
        StateForbids: it does not count, or was reversed before; or another thing gives way now.
    """
    counted = registrations.find(registration_id)
    _check(counted)
    company_id = counted.company_id
    tally, head = ledgers.tally_and_head(company_id)
    decided = reversal.reverse(
        tally,
        head,
        waiting=reversals.waiting(company_id),
        available=reversals.available(company_id),
        on=now.date(),
        rules=programme.at(now),
    )
    if agreed is not None and agreed not in (decided.effect, decided.kind):
        raise StateForbids("another thing gives way by now", decided.effect)
    facts = list(_facts(counted, decided, reason, now))
    try:
        reversals.reverse(registration_id, company_id, decided, reason, facts, now)
    except AlreadyDecided:
        _check(registrations.find(registration_id))
        raise


def _check(registration: Registration) -> None:
    if registration.state is not State.COUNTED:
        raise StateForbids(f"this registration is {registration.state}", registration.state)


def _facts(
    counted: Registration, decided: Reversal, reason: Reason, now: datetime
) -> Iterator[Event]:
    yield ReferralReversed(
        event_id=f"reversed:{counted.registration_id}",
        occurred_at=now,
        company_id=counted.company_id,
        registration_id=counted.registration_id,
        reason=reason,
    )
    if decided.credit is not None:
        yield CreditVoided(
            event_id=f"voided:{counted.company_id}:{decided.credit.number}",
            occurred_at=now,
            company_id=counted.company_id,
            number=decided.credit.number,
        )
    yield from progress(decided.posting, now)
