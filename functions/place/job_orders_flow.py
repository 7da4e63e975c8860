"""The agency takes a job order on, or says for which lawful reason it does not."""

from collections.abc import Callable
from datetime import datetime

from shared.contracts.events import JobOrderAccepted, JobOrderRefused
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrder, JobOrderState, Refusal
from shared.ports.hiring import JobOrders
from shared.retry import retry_on_conflict

type Written = Callable[[JobOrder], JobOrders]


@retry_on_conflict
def accept(
    company_id: CompanyId,
    job_order_id: JobOrderId,
    *,
    orders: JobOrders,
    written: Written,
    now: datetime,
    seen: int | None = None,
) -> JobOrder:
    """Accepting twice is accepting once. Raises JobOrderNotFound, StateForbids.

    Args:
        seen: the revision that was read; a company may change an order until then.
    """
    order = orders.find(company_id, job_order_id)
    if order.state is JobOrderState.ACCEPTED:
        return order
    after = order.accepted(now)
    order.check_seen(seen)
    event = JobOrderAccepted(
        event_id=f"job_accepted:{job_order_id}",
        occurred_at=now,
        company_id=company_id,
        job_order_id=job_order_id,
    )
    written(after).change(order, after, event)
    return after


@retry_on_conflict
def refuse(
    company_id: CompanyId,
    job_order_id: JobOrderId,
    reason: Refusal,
    text: str,
    *,
    orders: JobOrders,
    written: Written,
    now: datetime,
    seen: int | None = None,
) -> JobOrder:
    """The same refusal twice is one. Raises JobOrderNotFound, StateForbids."""
    order = orders.find(company_id, job_order_id)
    if (order.state, order.refusal, order.refusal_text) == (JobOrderState.REFUSED, reason, text):
        return order
    after = order.refused(reason, text, now)
    order.check_seen(seen)
    event = JobOrderRefused(
        event_id=f"job_refused:{job_order_id}",
        occurred_at=now,
        company_id=company_id,
        job_order_id=job_order_id,
        reason=reason,
    )
    written(after).change(order, after, event)
    return after
