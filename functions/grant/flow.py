"""milestone -> does it wait for its credit? -> what should the ledger say? -> post it."""

from datetime import datetime

from shared.contracts.events import CreditGranted, MilestoneReached
from shared.contracts.figure_facts import progress
from shared.domain import ledger
from shared.domain.credit import Lot, LotState, expiry
from shared.domain.errors import AlreadyPosted
from shared.domain.ids import CompanyId
from shared.ports.ledger import Ledgers
from shared.ports.programme import Programme
from shared.retry import retry_on_conflict


@retry_on_conflict
def grant(
    event: MilestoneReached,
    credit_id: str,
    *,
    ledgers: Ledgers,
    programme: Programme,
    now: datetime,
) -> bool:
    """Grant the credit a milestone earned. True if this call granted it.

    The bus delivers at least once and an archive may replay for years: the milestone's own state
    and the entry's own id make a second grant impossible, whatever `credit_id` it brings.

    Raises:
        Conflict: the ledger moved four times meanwhile; deliver again.
    """
    company_id = CompanyId(event.company_id)
    waits, head = ledgers.milestone_and_head(company_id, event.number)
    if not waits:
        return False
    rules, available = programme.at(now), LotState.AVAILABLE
    lot = Lot(credit_id, company_id, event.number, available, now, expiry(now, rules))
    posting = ledger.grant(head, event.number, on=now.date(), rules=rules)
    granted = CreditGranted(
        event_id=f"granted:{company_id}:{event.number}",
        occurred_at=now,
        company_id=company_id,
        credit_id=credit_id,
        number=event.number,
        counted=posting.after.net,
        expires_at=lot.expires_at,
    )
    try:
        ledgers.grant(posting, lot, *progress(posting, now), granted)
    except AlreadyPosted:
        return False
    return True
