from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.place import recommendation_flow as flow
from shared import mint, programs, request
from shared.acts import Act, act, asking, said
from shared.contracts.recommendation import (
    AskRequest,
    RecommendationAnswer,
    RecommendationPage,
    RecommendRequest,
)
from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.companies import Companies
from shared.table.cv_parts import CvParts
from shared.table.job_orders import JobOrders
from shared.table.recommendations import MOST, Recommendations
from shared.wires import table

router = programs.routes()
OF_ORDER = "/v1/agency/companies/<company_id>/job-orders/<job_order_id>/recommendations"


def stores() -> flow.Stores:
    return flow.Stores(
        Companies(table()),
        CandidateFiles(table()),
        JobOrders(table()),
        Recommendations(table()),
        CvParts(table()),
    )


def _written(doing: Act, what: str, about: str, status: int = 200) -> flow.Written:
    shown = RecommendationAnswer.of
    return doing.written(Recommendations, f"recommendation.{what}", about, shown, status)


@router.post(OF_ORDER, status_code=201, summary="Ask a candidate whether the company may see them")
def ask(
    company_id: str, job_order_id: str, asked: Annotated[AskRequest, Body()]
) -> Response[RecommendationAnswer]:
    doing = act(router, "agency:write")
    named = RecommendationId(mint.mint("rec", doing.now))
    wish = flow.Wish(
        CandidateId(asked.candidate_id),
        tuple(dict.fromkeys(asked.items)),
        asked.note,
        asked.back_to_referrer_confirmed,
        request.origin(router.current_event.raw_event),
    )
    with doing.answering():
        made = flow.ask(
            (CompanyId(company_id), JobOrderId(job_order_id), named),
            wish,
            stores=stores(),
            written=_written(doing, "ask", named, 201),
            now=doing.now,
        )
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
    with doing.answering():
        made = flow.recommend(
            (CompanyId(company_id), JobOrderId(job_order_id), RecommendationId(recommendation_id)),
            tuple(dict.fromkeys(asked.items)),
            asked.summary,
            by=doing.who,
            stores=stores(),
            written=_written(doing, "recommend", recommendation_id),
            now=doing.now,
        )
    return doing.said(RecommendationAnswer.of(made))
