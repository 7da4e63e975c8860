from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.place import placement_flow, recommendation_flow
from functions.place.recommendations import OF_ORDER, stores
from shared import programs
from shared.acts import Act, act
from shared.contracts.recommendation import OutcomeRequest, RecommendationAnswer
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CompanyId, JobOrderId, RecommendationId
from shared.domain.recommendation import Recommendation, Stage
from shared.domain.tokyo import day
from shared.table.placements import Placements
from shared.table.recommendations import Recommendations
from shared.wires import programme, table

router = programs.routes()

type Of = tuple[CompanyId, JobOrderId, RecommendationId]


@router.post(f"{OF_ORDER}/<recommendation_id>/outcome", summary="What came of it")
def outcome(
    company_id: str,
    job_order_id: str,
    recommendation_id: str,
    asked: Annotated[OutcomeRequest, Body()],
) -> Response[RecommendationAnswer]:
    doing = act(router, "agency:write")
    of = CompanyId(company_id), JobOrderId(job_order_id), RecommendationId(recommendation_id)
    with doing.answering():
        found = _told(doing, of, asked)
    return doing.said(RecommendationAnswer.of(found))


def _told(doing: Act, of: Of, asked: OutcomeRequest) -> Recommendation:
    match asked.stage:
        case "joined":
            return _join(doing, of, asked)
        case "left":
            return _leave(doing, of, asked)
    shown, stage = RecommendationAnswer.of, Stage(asked.stage)
    written = doing.written(Recommendations, f"recommendation.{stage}", of[2], shown)
    return recommendation_flow.move(
        of, stage, asked.by, stores=stores(), written=written, now=doing.now
    )


def _placed(doing: Act, of: Of, what: str) -> placement_flow.Written:
    return doing.written(Placements, f"recommendation.{what}", of[2], RecommendationAnswer.of)


def _join(doing: Act, of: Of, asked: OutcomeRequest) -> Recommendation:
    return placement_flow.join(
        of,
        asked.on or day(doing.now),
        asked.annual_income_jpy,
        placements=Placements(table()),
        programme=programme(),
        written=_placed(doing, of, "joined"),
        now=doing.now,
    )


def _leave(doing: Act, of: Of, asked: OutcomeRequest) -> Recommendation:
    if asked.fault is None:
        raise InvalidRequest("wrong or missing: fault", {"fault": "missing"})
    leaving = placement_flow.leave(
        of,
        asked.on or day(doing.now),
        asked.fault,
        refund_jpy=asked.refund_jpy,
        recommendations=Recommendations(table()),
        placements=Placements(table()),
        programme=programme(),
        written=_placed(doing, of, "left"),
        now=doing.now,
    )
    return leaving.after
