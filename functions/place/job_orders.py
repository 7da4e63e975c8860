from collections.abc import Sequence
from typing import Annotated, Final, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.place import ordering
from shared import programs
from shared.acts import act, asking, said
from shared.contracts.job_order import JobOrderAnswer, JobOrderPage, OrderRefused
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrder
from shared.table import keys
from shared.table.companies import Companies
from shared.table.job_orders import JobOrders
from shared.wires import table

router = programs.routes()
OF_COMPANY: Final = "/v1/agency/companies/<company_id>/job-orders"
ONE: Final = f"{OF_COMPANY}/<job_order_id>"


def _page(orders: Sequence[JobOrder], following: str | None) -> Response[JobOrderPage]:
    items = [JobOrderAnswer.of(order) for order in orders]
    answer = JobOrderPage(items=items, next_cursor=programs.cursor(following))
    return said(answer)


@router.get("/v1/agency/job-orders", summary="Job orders that wait for the agency, oldest first")
def waiting(
    state: Annotated[Literal["posted"], Query()] = "posted",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[str, Query()] = "",
) -> Response[JobOrderPage]:
    asking(router, "agency:read")
    return _page(*JobOrders(table()).posted(limit=limit, after=programs.after(cursor, "{")))


@router.get(OF_COMPANY, summary="A company's job orders, oldest first")
def page(
    company_id: str,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[str, Query()] = "",
) -> Response[JobOrderPage]:
    asking(router, "agency:read")
    start = programs.after(cursor, keys.JOB_ORDER_PREFIX)
    found = Companies(table()).find(CompanyId(company_id)).company_id
    return _page(*JobOrders(table()).page(found, limit=limit, after=start))


@router.get(ONE, summary="One job order")
def one(company_id: str, job_order_id: str) -> Response[JobOrderAnswer]:
    asking(router, "agency:read")
    order = JobOrders(table()).find(CompanyId(company_id), JobOrderId(job_order_id))
    return said(JobOrderAnswer.of(order))


@router.post(f"{ONE}/accept", summary="Take a job order on; twice is once")
def accept(company_id: str, job_order_id: str) -> Response[JobOrderAnswer]:
    doing, of = act(router, "agency:write"), (CompanyId(company_id), JobOrderId(job_order_id))
    return doing.said(JobOrderAnswer.of(ordering.accept(doing, of)))


@router.post(f"{ONE}/refuse", summary="Not take it on, for a lawful reason (ESA 5-6)")
def refuse(
    company_id: str, job_order_id: str, asked: Annotated[OrderRefused, Body()]
) -> Response[JobOrderAnswer]:
    doing, of = act(router, "agency:write"), (CompanyId(company_id), JobOrderId(job_order_id))
    return doing.said(JobOrderAnswer.of(ordering.refuse(doing, of, asked.reason, asked.text)))


@router.post(f"{ONE}/close", summary="End it; its credit is released. Twice is once")
def close(company_id: str, job_order_id: str) -> Response[JobOrderAnswer]:
    doing, of = act(router, "agency:write"), (CompanyId(company_id), JobOrderId(job_order_id))
    return doing.said(JobOrderAnswer.of(ordering.close(doing, of)))
