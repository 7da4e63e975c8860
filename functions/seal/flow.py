"""a referral counted -> has enough come together to show? -> the company's ledger moves."""

from datetime import datetime

from shared.contracts.figure_facts import progress
from shared.domain import ledger
from shared.domain.ids import CompanyId
from shared.ports.ledger import Ledgers
from shared.ports.programme import Programme
from shared.retry import retry_on_conflict


@retry_on_conflict
def seal(company_id: CompanyId, *, ledgers: Ledgers, programme: Programme, now: datetime) -> int:
    """How many entries were appended. A function of the totals: told twice, late or out of order,
    the ledger comes out the same.

    Raises:
        Conflict: the ledger moved four times meanwhile; deliver again.
    """
    tally, head = ledgers.tally_and_head(company_id)
    posting = ledger.seal(head, tally.n, on=now.date(), rules=programme.at(now))
    if posting is None:
        return 0
    ledgers.post(posting, *progress(posting, now))
    return len(posting.entries)
