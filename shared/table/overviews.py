"""What a company's first page is made of, in two requests."""

from dataclasses import dataclass
from typing import Any, Final

from shared.domain.company import Company
from shared.domain.credit import Lot
from shared.domain.errors import CompanyNotFound
from shared.domain.ids import CompanyId
from shared.domain.job_order import JobOrder
from shared.domain.ledger import Head
from shared.domain.link import Link
from shared.table import company_item, head_item, job_order_item, keys, lot_item
from shared.table.commit import Table
from shared.table.links import to_link

LOOKED_AT: Final = 200
"""Items from the head to the links; whoever has more sees the rest on their own pages."""
LAST: Final = f"{keys.LINK_PREFIX}~"


@dataclass(frozen=True, slots=True)
class Overview:
    """`credits` are the available ones, soonest first; `is_whole`: nothing was left unread."""

    company: Company
    head: Head
    credits: list[Lot]
    orders: list[JobOrder]
    links: list[Link]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Overviews:
    table: Table

    def of(self, company_id: CompanyId) -> Overview:
        """Raises CompanyNotFound."""
        company = self.table.get(keys.company(company_id))
        if company is None:
            raise CompanyNotFound("no such company")
        partition = keys.of_company(company_id)
        items, following = self.table.between(partition, keys.HEAD_PREFIX, LAST, limit=LOOKED_AT)
        return Overview(
            company=company_item.from_item(company),
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
