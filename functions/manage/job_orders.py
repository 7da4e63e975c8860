from datetime import UTC, datetime
from typing import Annotated, Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.manage import job_orders_flow as flow
from functions.manage.wires import company
from shared import closing, mint, programs, request, web
from shared.contracts.job_order import (
    JobOrderAnswer,
    JobOrderChange,
    JobOrderPage,
    JobOrderRequest,
    NoticeAnswer,
)
from shared.domain import tokyo
from shared.domain.fee import fee
from shared.domain.ids import JobOrderId
from shared.domain.job_order import JobOrder, JobOrderState
from shared.domain.locale import Locale
from shared.domain.once import Reply
from shared.domain.rules import Rules
from shared.pages import penalty
from shared.table import keys
from shared.table.credits import Credits
from shared.table.job_orders import JobOrders
from shared.wires import programme, table

router = programs.routes()


def _said(status: int, order: JobOrder) -> Response[JobOrderAnswer]:
    return Response(status, request.JSON, JobOrderAnswer.of(order), headers=web.SAFE)


@router.post("/v1/job-orders", status_code=201, summary="Ask the agency for a hire")
def post(asked: Annotated[JobOrderRequest, Body()]) -> Response[JobOrderAnswer]:
    company_id, now = company(router, "job_orders:write"), datetime.now(UTC)
    order = JobOrder(
        job_order_id=JobOrderId(mint.mint("job", now)),
        company_id=company_id,
        title=asked.title,
        state=JobOrderState.POSTED,
        posted_at=now,
        fee=fee(asked.annual_income_jpy, programme().at(now)),
        openings=asked.openings,
        conditions=asked.conditions.model_dump(mode="json", exclude_none=True),
        notice_version=penalty.VERSION,
        closes_on=asked.closes_on,
    )
    flow.post(
        order,
        once=programs.once(router.current_event.raw_event, company_id),
        reply=Reply(201, JobOrderAnswer.of(order).model_dump_json()),
        orders=JobOrders(table()),
        credits=Credits(table()),
    )
    return _said(201, order)


@router.get("/v1/job-orders", summary="The company's job orders, oldest first")
def page(
    limit: Annotated[int, Query(ge=1, le=100)] = 50, cursor: Annotated[str, Query()] = ""
) -> Response[JobOrderPage]:
    company_id = company(router, "job_orders:read")
    start = programs.after(cursor, keys.JOB_ORDER_PREFIX)
    orders, following = JobOrders(table()).page(company_id, limit=limit, after=start)
    items = [JobOrderAnswer.of(order) for order in orders]
    answer = JobOrderPage(items=items, next_cursor=programs.cursor(following))
    return Response(200, request.JSON, answer, headers=web.SAFE)


@router.get("/v1/job-orders/notice", summary="Of penalty clauses, to be acknowledged")
def notice(locale: Annotated[Locale, Query()] = "ja") -> Response[NoticeAnswer]:
    company(router, "job_orders:read")
    said = penalty.NOTICES[locale]
    answer = NoticeAnswer(
        version=penalty.VERSION,
        locale=locale,
        heading=said.heading,
        sentences=list(said.sentences),
        acknowledgement=said.acknowledgement,
    )
    return Response(200, request.JSON, answer, headers=web.SAFE)


@router.get("/v1/job-orders/<job_order_id>", summary="One job order, and what it costs")
def one(job_order_id: str) -> Response[JobOrderAnswer]:
    company_id = company(router, "job_orders:read")
    return _said(200, JobOrders(table()).find(company_id, JobOrderId(job_order_id)))


@router.patch("/v1/job-orders/<job_order_id>", summary="Change it while posted, or close it")
def change(job_order_id: str, asked: Annotated[JobOrderChange, Body()]) -> Response[JobOrderAnswer]:
    company_id, now = company(router, "job_orders:write"), datetime.now(UTC)
    rules, orders, of = programme().at(now), JobOrders(table()), JobOrderId(job_order_id)
    if asked.state:
        return _said(200, closing.close(company_id, of, orders=orders, rules=rules, now=now))
    said = _said_of(asked, rules)
    return _said(200, flow.change(company_id, of, said, orders=orders, on=tokyo.day(now)))


def _said_of(asked: JobOrderChange, rules: Rules) -> dict[str, Any]:
    """By the order's own names; another income is another fee."""
    said = {name: getattr(asked, name) for name in ("title", "openings") if getattr(asked, name)}
    if "closes_on" in asked.model_fields_set:
        said["closes_on"] = asked.closes_on
    if asked.conditions:
        said["conditions"] = asked.conditions.model_dump(mode="json", exclude_none=True)
    if asked.annual_income_jpy:
        said["fee"] = fee(asked.annual_income_jpy, rules)
    return said
