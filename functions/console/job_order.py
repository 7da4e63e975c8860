from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.console.job_orders import HERE, POSTS
from functions.console.order_page import SPENDS, order_page
from functions.console.room import company, routes
from shared import closing
from shared.acts import Act
from shared.company import reservations
from shared.company.reservations import Wish
from shared.contracts.job_order import JobOrderAnswer, ReservedAnswer
from shared.domain.errors import (
    AlreadyDone,
    CompanyNotActive,
    NoCreditAvailable,
    RelayError,
)
from shared.domain.ids import JobOrderId
from shared.forms import typed
from shared.signed_acts import act, over
from shared.table.credits import Credits
from shared.table.job_orders import JobOrders
from shared.table.reservations import Reservations
from shared.wires import programme, table

router = routes()
ONE: Final = f"{HERE}/<job_order_id>"


@router.get(ONE)
def one(job_order_id: str) -> Response[str]:
    return order_page(router, company(router, "job_orders:read"), JobOrderId(job_order_id))


@router.post(f"{ONE}/credit")
def reserve(job_order_id: str) -> Response[str]:
    doing, of = _doing(SPENDS, job_order_id, "reserved"), JobOrderId(job_order_id)
    accepted = typed(router).get("accepted_difference_jpy", "")
    difference = int(accepted) if accepted.isascii() and accepted.isdigit() else 0
    written = doing.written(
        Reservations,
        "credit.reserve",
        of,
        ReservedAnswer.of,
        accepted_difference_jpy=str(difference),
    )
    try:
        with doing.answering():
            reservations.reserve(
                Wish(doing.company_id, of, difference),
                credits=Credits(table()),
                orders=JobOrders(table()),
                written=written,
                rules=programme().at(doing.now),
                now=doing.now,
            )
    except (NoCreditAvailable, CompanyNotActive, AlreadyDone) as refused:
        return _refused(doing, of, refused)
    return over(doing)


@router.post(f"{ONE}/credit/release")
def release(job_order_id: str) -> Response[str]:
    doing, of = _doing(SPENDS, job_order_id, "released"), JobOrderId(job_order_id)
    try:
        with doing.answering():
            reservations.release(
                doing.company_id,
                of,
                orders=JobOrders(table()),
                written=lambda lot: JobOrders(
                    doing.table("credit.release", of, credit_id=lot.credit_id)
                ),
                rules=programme().at(doing.now),
                now=doing.now,
            )
    except AlreadyDone as refused:
        return _refused(doing, of, refused)
    return over(doing)


@router.post(f"{ONE}/close")
def close(job_order_id: str) -> Response[str]:
    doing, of = _doing(POSTS, job_order_id, "closed"), JobOrderId(job_order_id)
    written = doing.written(JobOrders, "job_order.close", of, JobOrderAnswer.of)
    rules, orders = programme().at(doing.now), JobOrders(table())
    try:
        with doing.answering():
            closing.close(
                doing.company_id, of, orders=orders, rules=rules, now=doing.now, written=written
            )
    except AlreadyDone as refused:
        return _refused(doing, of, refused)
    return over(doing)


def _doing(scope: str, job_order_id: str, done: str) -> Act:
    return act(router, scope, f"{HERE}/{job_order_id}?done={done}")


def _refused(doing: Act, of: JobOrderId, refused: RelayError) -> Response[str]:
    """On the page it was asked on, as it is by now."""
    return order_page(router, doing.company_id, of, refused)
