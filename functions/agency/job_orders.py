import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, Final, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.agency import job_orders_flow as flow
from shared import closing, programs, request, web
from shared.contracts.job_order import JobOrderAnswer, JobOrderPage, RefuseRequest
from shared.domain.access import Caller
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrder
from shared.table import keys
from shared.table.companies import Companies
from shared.table.job_order_item import INBOX
from shared.table.job_orders import JobOrders
from shared.wires import programme, table

router = programs.routes()
OF_COMPANY: Final = "/v1/agency/companies/<company_id>/job-orders"
ONE: Final = f"{OF_COMPANY}/<job_order_id>"


def _may(scope: str) -> None:
    asking: Caller = router.context["caller"]
    asking.check(scope)


def _said(order: JobOrder) -> Response[JobOrderAnswer]:
    return Response(200, request.JSON, JobOrderAnswer.of(order), headers=web.SAFE)


def _page(orders: Sequence[JobOrder], following: str | None) -> Response[JobOrderPage]:
    items = [JobOrderAnswer.of(order) for order in orders]
    answer = JobOrderPage(items=items, next_cursor=programs.cursor(following))
    return Response(200, request.JSON, answer, headers=web.SAFE)


@router.get("/v1/agency/job-orders", summary="Job orders that wait for the agency, oldest first")
def waiting(
    state: Annotated[Literal["posted"], Query()] = "posted",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[str, Query()] = "",
) -> Response[JobOrderPage]:
    _may("agency:read")
    return _page(*JobOrders(table()).posted(limit=limit, after=_start(cursor)))


def _start(cursor: str) -> str | None:
    """Where the inbox goes on. Raises InvalidRequest for a cursor we did not give."""
    start = programs.after(cursor, "{")
    try:
        key = json.loads(start) if start else None
    except ValueError:
        key = {}
    named = {keys.PARTITION, keys.SORT, keys.DUE_PARTITION, keys.DUE_SORT}
    ours = key is None or (key.keys() == named and key[keys.DUE_PARTITION] == keys.inbox(INBOX))
    if not ours or not all(isinstance(part, str) and part for part in (key or {}).values()):
        raise InvalidRequest("wrong or missing: cursor", {"cursor": "malformed"})
    return start


@router.get(OF_COMPANY, summary="A company's job orders, oldest first")
def page(
    company_id: str,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[str, Query()] = "",
) -> Response[JobOrderPage]:
    _may("agency:read")
    start = programs.after(cursor, keys.JOB_ORDER_PREFIX)
    found = Companies(table()).find(CompanyId(company_id)).company_id
    return _page(*JobOrders(table()).page(found, limit=limit, after=start))


@router.get(ONE, summary="One job order")
def one(company_id: str, job_order_id: str) -> Response[JobOrderAnswer]:
    _may("agency:read")
    return _said(JobOrders(table()).find(CompanyId(company_id), JobOrderId(job_order_id)))


@router.post(f"{ONE}/accept", summary="Take a job order on; twice is once")
def accept(company_id: str, job_order_id: str) -> Response[JobOrderAnswer]:
    _may("agency:write")
    of = CompanyId(company_id), JobOrderId(job_order_id)
    return _said(flow.accept(*of, orders=JobOrders(table()), now=datetime.now(UTC)))


@router.post(f"{ONE}/refuse", summary="Not take it on, for a lawful reason (ESA 5-6)")
def refuse(
    company_id: str, job_order_id: str, asked: Annotated[RefuseRequest, Body()]
) -> Response[JobOrderAnswer]:
    _may("agency:write")
    of, why = (CompanyId(company_id), JobOrderId(job_order_id)), (asked.reason, asked.text)
    return _said(flow.refuse(*of, *why, orders=JobOrders(table()), now=datetime.now(UTC)))


@router.post(f"{ONE}/close", summary="End it; its credit is released. Twice is once")
def close(company_id: str, job_order_id: str) -> Response[JobOrderAnswer]:
    _may("agency:write")
    of, now = (CompanyId(company_id), JobOrderId(job_order_id)), datetime.now(UTC)
    rules, orders = programme().at(now), JobOrders(table())
    return _said(closing.close(*of, orders=orders, rules=rules, now=now))
