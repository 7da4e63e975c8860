from datetime import UTC, datetime
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.agency import placement_flow, recommendation_flow
from functions.agency.asking_key import writes
from functions.agency.recommendations import OF_ORDER, reply, said, stores
from shared import programs
from shared.contracts.recommendation import OutcomeRequest, RecommendationAnswer
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CompanyId, JobOrderId, RecommendationId
from shared.domain.once import Once, Reply
from shared.domain.recommendation import Recommendation, Stage
from shared.domain.tokyo import day
from shared.table.placements import Placements
from shared.table.recommendations import Recommendations
from shared.wires import programme, table

router = programs.routes()

type Of = tuple[CompanyId, JobOrderId, RecommendationId]


def _ok(found: Recommendation) -> Reply:
    return reply(200, found)


@router.post(f"{OF_ORDER}/<recommendation_id>/outcome", summary="What came of it")
def outcome(
    company_id: str,
    job_order_id: str,
    recommendation_id: str,
    asked: Annotated[OutcomeRequest, Body()],
) -> Response[RecommendationAnswer]:
    _, once = writes(router)
    of = CompanyId(company_id), JobOrderId(job_order_id), RecommendationId(recommendation_id)
    match asked.stage:
        case "joined":
            return said(200, _join(of, asked, once))
        case "left":
            return said(200, _leave(of, asked, once))
    moved = recommendation_flow.move(
        of,
        Stage(asked.stage),
        asked.by,
        stores=stores(),
        once=once,
        reply=_ok,
        now=datetime.now(UTC),
    )
    return said(200, moved)


def _join(of: Of, asked: OutcomeRequest, once: Once | None) -> Recommendation:
    now = datetime.now(UTC)
    return placement_flow.join(
        of,
        asked.on or day(now),
        asked.annual_income_jpy,
        placements=Placements(table()),
        programme=programme(),
        once=once,
        reply=_ok,
        now=now,
    )


def _leave(of: Of, asked: OutcomeRequest, once: Once | None) -> Recommendation:
    if asked.fault is None:
        raise InvalidRequest("wrong or missing: fault", {"fault": "missing"})
    now = datetime.now(UTC)
    leaving = placement_flow.leave(
        of,
        asked.on or day(now),
        asked.fault,
        recommendations=Recommendations(table()),
        placements=Placements(table()),
        programme=programme(),
        once=once,
        reply=_ok,
        now=now,
    )
    return leaving.after
