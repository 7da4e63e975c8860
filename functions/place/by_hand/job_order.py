"""/agency/companies/<id>/job-orders/<id>: taken on, or not for a lawful reason, or ended."""

from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.place import ordering
from functions.place.by_hand.job_orders import OF_COMPANY, path_of
from functions.place.by_hand.order_forms import seen
from functions.place.by_hand.order_page import order_page
from functions.place.ordering import Of
from shared.acts import Act
from shared.contracts.job_order import OrderRefused
from shared.contracts.wire import parse
from shared.domain.errors import AlreadyDone, InvalidRequest
from shared.domain.ids import CompanyId, JobOrderId
from shared.forms import filled, typed
from shared.rooms import caller, routes
from shared.signed_acts import act, over

router = routes()
ONE: Final = f"{OF_COMPANY}/<job_order_id>"


@router.get(ONE)
def one(company_id: str, job_order_id: str) -> Response[str]:
    caller(router, "agency:read")
    return order_page(router, _of(company_id, job_order_id))


@router.post(f"{ONE}/accept")
def accept(company_id: str, job_order_id: str) -> Response[str]:
    of = _of(company_id, job_order_id)
    doing, said = _doing(of, "accepted"), typed(router)
    try:
        ordering.accept(doing, of, seen(said))
    except AlreadyDone as refused:
        return order_page(router, of, refused)
    return over(doing)


@router.post(f"{ONE}/refuse")
def refuse(company_id: str, job_order_id: str) -> Response[str]:
    of = _of(company_id, job_order_id)
    doing, said = _doing(of, "refused"), typed(router)
    try:
        asked = parse(OrderRefused, filled(said, "reason", "text"))
        ordering.refuse(doing, of, asked.reason, asked.text, seen(said))
    except (AlreadyDone, InvalidRequest) as refused:
        return order_page(router, of, refused, said)
    return over(doing)


@router.post(f"{ONE}/close")
def close(company_id: str, job_order_id: str) -> Response[str]:
    of = _of(company_id, job_order_id)
    doing, said = _doing(of, "closed"), typed(router)
    try:
        ordering.close(doing, of, seen(said))
    except AlreadyDone as refused:
        return order_page(router, of, refused)
    return over(doing)


def _of(company_id: str, job_order_id: str) -> Of:
    return CompanyId(company_id), JobOrderId(job_order_id)


def _doing(of: Of, done: str) -> Act:
    return act(router, "agency:write", f"{path_of(*of)}?done={done}")
