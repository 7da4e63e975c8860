"""What a company's partition, and what stands beside it, tell of its hires."""

from collections.abc import Iterable, Iterator
from typing import Any

from shared.domain.credit import Lot
from shared.domain.hires import Hire
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.registers import Kind, month
from shared.domain.relay import Direction, Edge
from shared.table import keys, lot_item, recommendation_item


def attached(orders: Iterable[dict[str, Any]]) -> Iterator[tuple[JobOrderId, Lot]]:
    for item in orders:
        if credit := item.get("credit"):
            yield JobOrderId(item["job_order_id"]), lot_item.from_item(credit)


def hires(recommendations: Iterable[dict[str, Any]]) -> Iterator[Hire]:
    for item in recommendations:
        made = recommendation_item.from_item(item)
        if made.joined_on:
            yield Hire(
                made.recommendation_id,
                made.joined_on,
                made.credit,
                made.referred_by,
                statistics=bool(item.get("open_people", 0)),
                relayed=item["relayed"],
            )


def fee(hire: Hire) -> keys.Key:
    return keys.register(Kind.FEES, month(hire.joined_on), hire.recommendation_id)


def far_end(company_id: CompanyId, edge: Edge) -> keys.Key:
    """The same edge, as the partner keeps it."""
    other = keys.relay_from if edge.direction is Direction.TO else keys.relay_to
    return other(edge.partner_id, company_id)
