from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.manage.wires import company
from shared import closing, found_by, mint, programs, request, web
from shared.acts import Act, act, said
from shared.company import job_orders as flow
from shared.contracts.job_order import (
    JobOrderAnswer,
    JobOrderChange,
    JobOrderPage,
    JobOrderRequest,
    NoticeAnswer,
)
from shared.domain import tokyo
from shared.domain.ids import JobOrderId
from shared.domain.job_order import JobOrder
from shared.domain.locale import Locale
from shared.pages import penalty
from shared.table import keys
from shared.table.credits import Credits
from shared.table.job_orders import JobOrders
from shared.wires import pepper, programme, table

router = programs.routes()


@router.post("/v1/job-orders", status_code=201, summary="Ask the agency for a hire")
def post(asked: Annotated[JobOrderRequest, Body()]) -> Response[JobOrderAnswer]:
    doing = act(router, "job_orders:write")
    name = doing.company_id, JobOrderId(mint.mint("job", doing.now))
    rules = programme().at(doing.now)
    order = flow.drawn_up(asked, name, notice_version=penalty.VERSION, rules=rules, now=doing.now)
    answer = JobOrderAnswer.of(order)
    noted = doing.table("job_order.post", order.job_order_id, answer, 201)
    with doing.answering():
        orders = JobOrders(noted.along(*found_by.job_order(pepper(), None, order)))
        flow.post(order, orders=orders, credits=Credits(table()))
    return said(answer, 201)


@router.get("/v1/job-orders", summary="The company's job orders, oldest first")
def page(
    limit: Annotated[int, Query(ge=1, le=100)] = 50, cursor: Annotated[str, Query()] = ""
) -> Response[JobOrderPage]:
    company_id = company(router, "job_orders:read")
    start = programs.after(cursor, keys.JOB_ORDER_PREFIX)
    orders, following = JobOrders(table()).page(company_id, limit=limit, after=start)
    items = [JobOrderAnswer.of(order) for order in orders]
    answer = JobOrderPage(items=items, next_cursor=programs.cursor(following))
    return said(answer)


@router.get("/v1/job-orders/notice", summary="Of penalty clauses, to be acknowledged")
def notice(locale: Annotated[Locale, Query()] = "ja") -> Response[NoticeAnswer]:
    company(router, "job_orders:read")
    told = penalty.NOTICES[locale]
    answer = NoticeAnswer(
        version=penalty.VERSION,
        locale=locale,
        heading=told.heading,
        sentences=list(told.sentences),
        acknowledgement=told.acknowledgement,
    )
    return Response(200, request.JSON, answer, headers=web.SAFE)


@router.get("/v1/job-orders/<job_order_id>", summary="One job order, and what it costs")
def one(job_order_id: str) -> Response[JobOrderAnswer]:
    company_id = company(router, "job_orders:read")
    order = JobOrders(table()).find(company_id, JobOrderId(job_order_id))
    return said(JobOrderAnswer.of(order))


@router.patch("/v1/job-orders/<job_order_id>", summary="Change it while posted, or close it")
def change(job_order_id: str, asked: Annotated[JobOrderChange, Body()]) -> Response[JobOrderAnswer]:
    doing, of = act(router, "job_orders:write"), JobOrderId(job_order_id)
    with doing.answering():
        order = _closed(doing, of) if asked.state else _changed(doing, of, asked)
    return doing.said(JobOrderAnswer.of(order))


def _closed(doing: Act, of: JobOrderId) -> JobOrder:
    written = doing.written(JobOrders, "job_order.close", of, JobOrderAnswer.of)
    rules, orders = programme().at(doing.now), JobOrders(table())
    name = doing.company_id, of
    return closing.close(*name, orders=orders, rules=rules, now=doing.now, written=written)


def _changed(doing: Act, of: JobOrderId, asked: JobOrderChange) -> JobOrder:
    flow.check_last_day(asked.closes_on, doing.now)

    def written(before: JobOrder, after: JobOrder) -> JobOrders:
        told, answer = flow.told(before, after), JobOrderAnswer.of(after)
        noted = doing.telling("job_order.change", of, told, answer)
        return JobOrders(noted.along(*found_by.job_order(pepper(), before, after)))

    changed = flow.as_asked(asked, programme().at(doing.now), tokyo.day(doing.now))
    return flow.change(doing.company_id, of, changed, orders=JobOrders(table()), written=written)
