"""a credit came free -> does its company owe counts? -> the newest credit pays for them."""

from datetime import datetime

from shared.contracts.events import CreditVoided
from shared.contracts.figure_facts import progress
from shared.domain.ids import CompanyId
from shared.domain.settlement import Settlement, settlement
from shared.ports.ledger import Settlements
from shared.ports.programme import Programme
from shared.retry import retry_on_conflict


def settle(
    company_id: CompanyId, *, settlements: Settlements, programme: Programme, now: datetime
) -> int:
    """How many credits paid. A function of what is owed and available: told twice, or late, it
    comes out the same.

    Raises:
        Conflict: the figures moved four times meanwhile; deliver again.
    """
    paid = 0
    while pay(company_id, settlements=settlements, programme=programme, now=now):
        paid += 1
    return paid


@retry_on_conflict
def pay(
    company_id: CompanyId, *, settlements: Settlements, programme: Programme, now: datetime
) -> bool:
    """One credit pays for ten at most."""
    tally, head, available = settlements.owing(company_id)
    rules = programme.at(now)
    decided = settlement(tally, head, available=available, on=now.date(), rules=rules)
    if decided is None:
        return False
    settlements.settle(decided, voided(decided, now), *progress(decided.posting, now))
    return True


def voided(by: Settlement, now: datetime) -> CreditVoided:
    credit = by.credit
    return CreditVoided(
        event_id=f"voided:{credit.company_id}:{credit.number}",
        occurred_at=now,
        company_id=credit.company_id,
        number=credit.number,
    )
