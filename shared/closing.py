"""A job order's credit let go: by itself, or because the order is closed."""

from collections.abc import Callable
from datetime import datetime

from shared.contracts.events import CreditReleased, Event, JobOrderClosed
from shared.domain.credit import Lot
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrder, JobOrderState
from shared.domain.ledger import Head
from shared.domain.redemption import Move, release
from shared.domain.rules import Rules
from shared.ports.hiring import JobOrders
from shared.retry import retry_on_conflict


@retry_on_conflict
def close(
    company_id: CompanyId,
    job_order_id: JobOrderId,
    *,
    orders: JobOrders,
    rules: Rules,
    now: datetime,
    written: Callable[[JobOrder], JobOrders] | None = None,
    seen: int | None = None,
) -> JobOrder:
    """Closing twice is closing once. Raises JobOrderNotFound, StateForbids, Conflict.

    Args:
        written: the store to commit by, where it is another than was read.
        seen: the revision that was read.
    """
    order, head = orders.with_head(company_id, job_order_id)
    if order.state is JobOrderState.CLOSED:
        return order
    order.check_seen(seen)
    after, events = order.closed(now), [closed_event(order, now)]
    store = written(after) if written else orders
    if order.credit is None:
        store.change(order, after, *events)
    else:
        move, event = let_go(head, order.credit, rules=rules, now=now)
        store.change(order, after, *events, event, move=move)
    return after


def let_go(head: Head, credit: Lot, *, rules: Rules, now: datetime) -> tuple[Move, Event]:
    """The credit is available again, and until when it was."""
    name = f"released:{credit.company_id}:{credit.number}:{credit.turn}"
    event = CreditReleased.of(credit, name, now, job_order_id=credit.job_order_id)
    return release(head, credit, on=now.date(), rules=rules), event


def closed_event(order: JobOrder, now: datetime) -> JobOrderClosed:
    """For an order that is filled, too."""
    return JobOrderClosed(
        event_id=f"job_closed:{order.job_order_id}",
        occurred_at=now,
        company_id=order.company_id,
        job_order_id=order.job_order_id,
    )
