"""The facts that a company's published figures moved. Nothing of one person is in them."""

from collections.abc import Iterable
from datetime import datetime

from shared.contracts.events import PartnerShown, ProgressMoved
from shared.contracts.relay import RelayAnswer
from shared.domain import news
from shared.domain.ids import CompanyId
from shared.domain.ledger import Posting
from shared.domain.progress import published
from shared.domain.relay import Shown


def progress(posting: Posting, now: datetime) -> list[ProgressMoved]:
    """One where what people move did; of a credit that is reserved, none."""
    after = posting.after
    if not news.moved(posting.before, after):
        return []
    shows = published(after)
    return [
        ProgressMoved(
            event_id=f"progress:{after.company_id}:{after.seq}",
            occurred_at=now,
            company_id=after.company_id,
            counted=shows.counted,
            toward_next=shows.toward_next,
            to_next=shows.to_next,
            milestones=shows.milestones,
            carried_deficit=shows.carried_deficit,
        )
    ]


def partners(
    company_id: CompanyId, of: str, before: Iterable[Shown], after: Iterable[Shown], now: datetime
) -> list[PartnerShown]:
    """One for each row that was not there.

    Args:
        of: what let them show; it names the fact, and is not in it.
    """
    return [
        PartnerShown(
            event_id=f"partner:{company_id}:{of}:{n}",
            occurred_at=now,
            company_id=company_id,
            row=RelayAnswer.of(row),
        )
        for n, row in enumerate(news.formed(before, after))
    ]
