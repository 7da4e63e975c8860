"""A company reserves a credit for a job order, and lets it go."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from shared.closing import let_go
from shared.contracts.events import CreditReserved
from shared.domain import redemption
from shared.domain.credit import Lot
from shared.domain.errors import NoCreditAvailable
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrderState
from shared.domain.redemption import Move
from shared.domain.rules import Rules
from shared.domain.tokyo import day
from shared.ports.hiring import JobOrders, Reservations
from shared.ports.ledger import Credits
from shared.retry import retry_on_conflict


@dataclass(frozen=True, slots=True)
class Wish:
    """A credit for this job order, with this much left to pay beside it."""

    company_id: CompanyId
    job_order_id: JobOrderId
    accepted_difference_jpy: int


@retry_on_conflict
def reserve(
    wish: Wish,
    *,
    credits: Credits,
    orders: JobOrders,
    written: Callable[[Lot], Reservations],
    rules: Rules,
    now: datetime,
) -> Lot:
    """The credit that expires soonest, for this job order.

    Raises:
        NoCreditAvailable: and the job order itself would take one.
        JobOrderNotFound, StateForbids, FeeDifferenceNotAccepted
        CompanyNotActive
    """
    standing = credits.standing(wish.company_id)
    try:
        lot = standing.soonest(now)
    except NoCreditAvailable:
        order = orders.find(wish.company_id, wish.job_order_id)
        order.check_reservable(wish.accepted_difference_jpy, day(now))
        raise
    move = redemption.reserve(standing.head, lot, wish.job_order_id, on=now.date(), rules=rules)
    said = _reserved(move, now)
    written(move.after).reserve(move, wish.accepted_difference_jpy, said, now)
    return move.after


def _reserved(move: Move, now: datetime) -> CreditReserved:
    lot = move.after
    name = f"reserved:{lot.company_id}:{lot.number}:{lot.turn}"
    return CreditReserved.of(lot, name, now, job_order_id=lot.job_order_id)


@retry_on_conflict
def release(
    company_id: CompanyId,
    job_order_id: JobOrderId,
    *,
    orders: JobOrders,
    written: Callable[[Lot], JobOrders],
    rules: Rules,
    now: datetime,
) -> None:
    """Letting go twice is letting go once. Raises JobOrderNotFound; StateForbids: it is spent."""
    order, head = orders.with_head(company_id, job_order_id)
    if order.credit is not None:
        move, event = let_go(head, order.credit, rules=rules, now=now)
        written(order.credit).change(order, replace(order, credit=None), event, move=move)
    elif order.state is JobOrderState.FILLED:
        order.check(JobOrderState.ACCEPTED)
