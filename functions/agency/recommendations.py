from datetime import UTC, datetime
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.agency import recommendation_flow as flow
from functions.agency.asking_key import asks, writes
from shared import mint, programs, request, web
from shared.contracts.recommendation import (
    AskRequest,
    RecommendationAnswer,
    RecommendationPage,
    RecommendRequest,
)
from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId
from shared.domain.once import Reply
from shared.domain.recommendation import Recommendation
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.companies import Companies
from shared.table.job_orders import JobOrders
from shared.table.recommendations import MOST, Recommendations
from shared.wires import table

router = programs.routes()
OF_ORDER = "/v1/agency/companies/<company_id>/job-orders/<job_order_id>/recommendations"


def stores() -> flow.Stores:
    return flow.Stores(
        Companies(table()), CandidateFiles(table()), JobOrders(table()), Recommendations(table())
    )


def said(status: int, found: Recommendation) -> Response[RecommendationAnswer]:
    return Response(status, request.JSON, RecommendationAnswer.of(found), headers=web.SAFE)


def reply(status: int, found: Recommendation) -> Reply:
    return Reply(status, RecommendationAnswer.of(found).model_dump_json())


@router.post(OF_ORDER, status_code=201, summary="Ask a candidate whether the company may see them")
def ask(
    company_id: str, job_order_id: str, asked: Annotated[AskRequest, Body()]
) -> Response[RecommendationAnswer]:
    _, once = writes(router)
    now = datetime.now(UTC)
    wish = flow.Wish(
        CandidateId(asked.candidate_id),
        tuple(dict.fromkeys(asked.items)),
        asked.note,
        asked.back_to_referrer_confirmed,
        request.origin(router.current_event.raw_event),
    )
    made = flow.ask(
        (
            CompanyId(company_id),
            JobOrderId(job_order_id),
            RecommendationId(mint.mint("rec", now)),
        ),
        wish,
        stores=stores(),
        once=once,
        reply=lambda found: reply(201, found),
        now=now,
    )
    return said(201, made)


@router.get(OF_ORDER, summary="Who was asked about a job order, and how far each is")
def page(
    company_id: str,
    job_order_id: str,
    limit: Annotated[int, Query(ge=1, le=100)] = MOST,
    cursor: Annotated[str, Query()] = "",
) -> Response[RecommendationPage]:
    asks(router, "agency:read")
    of = CompanyId(company_id), JobOrderId(job_order_id)
    start = programs.after(cursor, keys.recommendations(of[1]))
    JobOrders(table()).find(*of)
    found, following = Recommendations(table()).page(*of, limit=limit, after=start)
    items = [RecommendationAnswer.of(one) for one in found]
    answer = RecommendationPage(items=items, next_cursor=programs.cursor(following))
    return Response(200, request.JSON, answer, headers=web.SAFE)


@router.get(f"{OF_ORDER}/<recommendation_id>", summary="One candidate for one job order")
def one(
    company_id: str, job_order_id: str, recommendation_id: str
) -> Response[RecommendationAnswer]:
    asks(router, "agency:read")
    of = CompanyId(company_id), JobOrderId(job_order_id), RecommendationId(recommendation_id)
    return said(200, Recommendations(table()).find(*of))


@router.post(
    f"{OF_ORDER}/<recommendation_id>/recommend",
    summary="Show the company what the candidate agreed to",
)
def recommend(
    company_id: str,
    job_order_id: str,
    recommendation_id: str,
    asked: Annotated[RecommendRequest, Body()],
) -> Response[RecommendationAnswer]:
    asking, once = writes(router)
    made = flow.recommend(
        (CompanyId(company_id), JobOrderId(job_order_id), RecommendationId(recommendation_id)),
        tuple(dict.fromkeys(asked.items)),
        asked.summary,
        by=asking.who,
        stores=stores(),
        once=once,
        reply=lambda found: reply(200, found),
        now=datetime.now(UTC),
    )
    return said(200, made)
