"""What companies and the agency do with job orders, in one call each, at the stores of a relay."""

from datetime import datetime
from typing import Any

from functions.manage import job_orders_flow as manage
from functions.manage import reservations_flow as reservations
from functions.manage.reservations_flow import Wish
from functions.place import job_orders_flow as place
from shared import closing
from shared.domain.credit import Lot
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrder, Refusal
from shared.domain.once import KEPT, Once, Reply
from shared.domain.rules import FIRST
from tests.support.acts import SAID, count_many, grant_all, let_in
from tests.support.builders import ACME, JOBS, NOON, a_job_order
from tests.support.stores import Stores


def let_in_with_credits(stores: Stores, credits: int, company_id: CompanyId = ACME) -> None:
    let_in(stores, company_id)
    count_many(stores, 10 * credits, company_id)
    grant_all(stores, *range(1, credits + 1), company_id=company_id)


def post(stores: Stores, name: str = JOBS[1], **changed: Any) -> JobOrder:
    order = a_job_order(name, **changed)
    posted(stores, order, None)
    return order


def posted(stores: Stores, order: JobOrder, again: Once | None, reply: Reply = SAID) -> None:
    orders, credits = stores.job_orders, stores.credits
    manage.post(order, once=again, reply=reply, orders=orders, credits=credits)


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


def once(key: str, request: str = "request", company_id: CompanyId = ACME) -> Once:
    return Once(company_id, key, request, NOON + KEPT)


def reserve(
    stores: Stores,
    order: JobOrder,
    *,
    difference_jpy: int = 0,
    again: Once | None = None,
    company_id: CompanyId | None = None,
    now: datetime = NOON,
) -> Lot:
    return reservations.reserve(
        Wish(company_id or order.company_id, order.job_order_id, difference_jpy),
        once=again,
        reply=lambda lot: Reply(201, lot.credit_id),
        credits=stores.credits,
        orders=stores.job_orders,
        reservations=stores.reservations,
        rules=FIRST,
        now=now,
    )


def release(stores: Stores, order: JobOrder, now: datetime = NOON) -> None:
    name = order.company_id, order.job_order_id
    reservations.release(*name, orders=stores.job_orders, rules=FIRST, now=now)


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
