"""What a company's first page is made of, in two requests."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from shared.domain.company import Company
from shared.domain.credit import Lot
from shared.domain.ids import CompanyId
from shared.domain.job_order import JobOrder
from shared.domain.ledger import Head
from shared.domain.link import Link
from shared.domain.series import Days, Granularity, series
from shared.domain.series import Figures as Lately
from shared.domain.tokyo import day
from shared.table import head_item, job_order_item, keys, lot_item
from shared.table.commit import Table
from shared.table.figures import Figures
from shared.table.links import to_link

LOOKED_AT: Final = 200
"""Items from the head to the links; whoever has more sees the rest on their own pages."""
LAST: Final = f"{keys.LINK_PREFIX}~"


@dataclass(frozen=True, slots=True)
class Overview:
    """`lately`: of the last thirty days, without visits. `credits` are the available ones, soonest
    first; `is_whole`: nothing was left unread."""

    company: Company
    lately: Lately
    head: Head
    credits: list[Lot]
    orders: list[JobOrder]
    links: list[Link]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Overviews:
    table: Table

    def of(self, company_id: CompanyId, now: datetime) -> Overview:
        """Raises CompanyNotFound."""
        days = Days.asked(None, None, day(now))
        company, _, cells = Figures(self.table).shown(company_id, None, days)
        partition = keys.of_company(company_id)
        items, following = self.table.between(partition, keys.HEAD_PREFIX, LAST, limit=LOOKED_AT)
        return Overview(
            company=company,
            lately=series(days, Granularity.MONTH, cells, {}).whole,
            head=head_item.from_item(company_id, _head(items, keys.head(company_id))),
            credits=[lot_item.from_item(item) for item in _of(items, keys.AVAILABLE_PREFIX)],
            orders=[job_order_item.from_item(i) for i in _of(items, keys.JOB_ORDER_PREFIX)],
            links=[to_link(item) for item in _of(items, keys.LINK_PREFIX)],
            is_whole=following is None,
        )


def _of(items: list[dict[str, Any]], prefix: str) -> list[dict[str, Any]]:
    return [item for item in items if str(item[keys.SORT]).startswith(prefix)]


def _head(items: list[dict[str, Any]], key: keys.Key) -> dict[str, Any] | None:
    return next((item for item in items if item[keys.SORT] == key.sk), None)
