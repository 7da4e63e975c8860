"""What companies and the agency do with job orders, in one call each, at the stores of a relay."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from functions.place import job_orders_flow as place
from shared import closing
from shared.company import job_orders as ours
from shared.company import reservations
from shared.company.reservations import Wish
from shared.domain.credit import Lot
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrder, Refusal
from shared.domain.rules import FIRST
from shared.ports.hiring import Reservations
from tests.support.acts import count_many, grant_all, let_in
from tests.support.builders import ACME, JOBS, NOON, a_job_order
from tests.support.stores import Stores


def let_in_with_credits(stores: Stores, credits: int, company_id: CompanyId = ACME) -> None:
    let_in(stores, company_id)
    count_many(stores, 10 * credits, company_id)
    grant_all(stores, *range(1, credits + 1), company_id=company_id)


def post(stores: Stores, name: str = JOBS[1], **changed: Any) -> JobOrder:
    order = a_job_order(name, **changed)
    ours.post(order, orders=stores.job_orders, credits=stores.credits)
    return order


def accept(stores: Stores, order: JobOrder, now: datetime = NOON) -> JobOrder:
    name = order.company_id, order.job_order_id
    return place.accept(
        *name, orders=stores.job_orders, written=lambda _: stores.job_orders, now=now
    )


def accepted(stores: Stores, name: str = JOBS[1], **changed: Any) -> JobOrder:
    return accept(stores, post(stores, name, **changed))


def refuse(stores: Stores, order: JobOrder, reason: Refusal, text: str = "理由") -> JobOrder:
    name = order.company_id, order.job_order_id
    orders = stores.job_orders
    return place.refuse(*name, reason, text, orders=orders, written=lambda _: orders, now=NOON)


def reserve(
    stores: Stores,
    order: JobOrder,
    *,
    difference_jpy: int = 0,
    company_id: CompanyId | None = None,
    now: datetime = NOON,
    written: Callable[[Lot], Reservations] | None = None,
) -> Lot:
    return reservations.reserve(
        Wish(company_id or order.company_id, order.job_order_id, difference_jpy),
        credits=stores.credits,
        orders=stores.job_orders,
        written=written or (lambda _: stores.reservations),
        rules=FIRST,
        now=now,
    )


def release(stores: Stores, order: JobOrder, now: datetime = NOON) -> None:
    name = order.company_id, order.job_order_id
    orders = stores.job_orders
    reservations.release(*name, orders=orders, written=lambda _: orders, rules=FIRST, now=now)


def close(stores: Stores, order: JobOrder, now: datetime = NOON) -> JobOrder:
    name = order.company_id, order.job_order_id
    return closing.close(*name, orders=stores.job_orders, rules=FIRST, now=now)


def kept(stores: Stores, order: JobOrder) -> JobOrder:
    return stores.job_orders.find(order.company_id, JobOrderId(order.job_order_id))


def credits(stores: Stores, company_id: CompanyId = ACME) -> tuple[int, int]:
    """(available, reserved), as the ledger says and as the lots do."""
    head = stores.ledgers.head(company_id)
    lots, _ = stores.ledgers.lots(company_id, limit=100, after=None)
    states = [str(lot.state) for lot in lots]
    counted = states.count("available"), states.count("reserved")
    assert (head.available, head.reserved_now) == counted
    assert len(stores.credits.standing(company_id).available) == counted[0]
    return counted
