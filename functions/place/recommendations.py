from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.place import recommending
from functions.place.recommendation_flow import Wish
from shared import mint, programs, request
from shared.acts import act, asking, said
from shared.contracts.recommendation import (
    AskRequest,
    RecommendationAnswer,
    RecommendationPage,
    RecommendRequest,
)
from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId
from shared.table import keys
from shared.table.job_orders import JobOrders
from shared.table.recommendations import MOST, Recommendations
from shared.wires import table

router = programs.routes()
OF_ORDER = "/v1/agency/companies/<company_id>/job-orders/<job_order_id>/recommendations"


@router.post(OF_ORDER, status_code=201, summary="Ask a candidate whether the company may see them")
def ask(
    company_id: str, job_order_id: str, asked: Annotated[AskRequest, Body()]
) -> Response[RecommendationAnswer]:
    doing = act(router, "agency:write")
    named = RecommendationId(mint.mint("rec", doing.now))
    wish = Wish(
        CandidateId(asked.candidate_id),
        tuple(dict.fromkeys(asked.items)),
        asked.note,
        asked.back_to_referrer_confirmed,
        request.origin(router.current_event.raw_event),
    )
    made = recommending.ask(doing, (CompanyId(company_id), JobOrderId(job_order_id), named), wish)
    return doing.said(RecommendationAnswer.of(made), 201)


@router.get(OF_ORDER, summary="Who was asked about a job order, and how far each is")
def page(
    company_id: str,
    job_order_id: str,
    limit: Annotated[int, Query(ge=1, le=100)] = MOST,
    cursor: Annotated[str, Query()] = "",
) -> Response[RecommendationPage]:
    asking(router, "agency:read")
    of = CompanyId(company_id), JobOrderId(job_order_id)
    start = programs.after(cursor, keys.recommendations(of[1]))
    JobOrders(table()).find(*of)
    found, following = Recommendations(table()).page(*of, limit=limit, after=start)
    items = [RecommendationAnswer.of(one) for one in found]
    answer = RecommendationPage(items=items, next_cursor=programs.cursor(following))
    return said(answer)


@router.get(f"{OF_ORDER}/<recommendation_id>", summary="One candidate for one job order")
def one(
    company_id: str, job_order_id: str, recommendation_id: str
) -> Response[RecommendationAnswer]:
    asking(router, "agency:read")
    of = CompanyId(company_id), JobOrderId(job_order_id), RecommendationId(recommendation_id)
    return said(RecommendationAnswer.of(Recommendations(table()).find(*of)))


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
    doing = act(router, "agency:write")
    of = CompanyId(company_id), JobOrderId(job_order_id), RecommendationId(recommendation_id)
    return doing.said(RecommendationAnswer.of(recommending.hand_over(doing, of, asked)))
