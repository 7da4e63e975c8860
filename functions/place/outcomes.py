from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.place import recommending
from functions.place.recommendations import OF_ORDER
from shared import programs
from shared.acts import act
from shared.contracts.recommendation import OutcomeRequest, RecommendationAnswer
from shared.domain.ids import CompanyId, JobOrderId, RecommendationId

router = programs.routes()


@router.post(f"{OF_ORDER}/<recommendation_id>/outcome", summary="What came of it")
def outcome(
    company_id: str,
    job_order_id: str,
    recommendation_id: str,
    asked: Annotated[OutcomeRequest, Body()],
) -> Response[RecommendationAnswer]:
    doing = act(router, "agency:write")
    of = CompanyId(company_id), JobOrderId(job_order_id), RecommendationId(recommendation_id)
    return doing.said(RecommendationAnswer.of(recommending.tell(doing, of, asked)))
