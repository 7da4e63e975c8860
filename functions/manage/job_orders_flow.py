"""A company posts a job order, and changes it until the agency has looked."""

from collections.abc import Callable

from shared.contracts.events import JobOrderPosted
from shared.domain.errors import StateForbids
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrder, JobOrderState
from shared.domain.once import Once, Reply
from shared.ports.hiring import JobOrders
from shared.ports.ledger import Credits
from shared.retry import retry_on_conflict


@retry_on_conflict
def post(
    order: JobOrder, *, once: Once | None, reply: Reply, orders: JobOrders, credits: Credits
) -> None:
    """A company that left has somebody looked for only while a credit of its own is there to spend.

    Raises:
        Answered, IdempotencyMismatch, CompanyNotActive
        StateForbids: the company left, and has no credit, or no time.
    """
    event = JobOrderPosted(
        event_id=f"job_posted:{order.job_order_id}",
        occurred_at=order.posted_at,
        company_id=order.company_id,
        job_order_id=order.job_order_id,
    )
    try:
        orders.post(order, event, once, reply)
    except StateForbids:
        if not credits.standing(order.company_id).head.available:
            raise
        orders.post(order, event, once, reply, runoff=True)


@retry_on_conflict
def change(
    company_id: CompanyId,
    job_order_id: JobOrderId,
    changed: Callable[[JobOrder], JobOrder],
    *,
    orders: JobOrders,
) -> JobOrder:
    """Until the agency has looked. Raises JobOrderNotFound, StateForbids."""
    before = orders.find(company_id, job_order_id)
    before.check(JobOrderState.POSTED)
    after = changed(before)
    orders.change(before, after)
    return after
