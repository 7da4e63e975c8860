"""Whom a company is to see: asked, shown, and what came of it; by a key or by hand."""

from functions.place import placement_flow, recommendation_flow
from functions.place.recommendation_flow import Of, Stores, Wish
from shared import people
from shared.acts import Act
from shared.contracts.recommendation import (
    OutcomeRequest,
    RecommendationAnswer,
    RecommendRequest,
)
from shared.domain.errors import InvalidRequest
from shared.domain.recommendation import Recommendation, Stage
from shared.domain.tokyo import day
from shared.table.candidate_files import CandidateFiles
from shared.table.companies import Companies
from shared.table.cv_parts import CvParts
from shared.table.job_orders import JobOrders
from shared.table.placements import Placements
from shared.table.recommendations import Recommendations
from shared.wires import programme, table


def _stores() -> Stores:
    return Stores(
        Companies(table()),
        CandidateFiles(table()),
        JobOrders(table()),
        Recommendations(table()),
        CvParts(table()),
    )


def _written(doing: Act, what: str, of: Of, status: int = 200) -> recommendation_flow.Written:
    shown = RecommendationAnswer.of
    return doing.written(Recommendations, f"recommendation.{what}", of[2], shown, status)


def _placed(doing: Act, of: Of, what: str) -> placement_flow.Written:
    return doing.written(Placements, f"recommendation.{what}", of[2], RecommendationAnswer.of)


def ask(doing: Act, of: Of, wish: Wish) -> Recommendation:
    with doing.answering():
        people.agency().check_may_place(day(doing.now))
        return recommendation_flow.ask(
            of, wish, stores=_stores(), written=_written(doing, "ask", of, 201), now=doing.now
        )


def hand_over(
    doing: Act, of: Of, asked: RecommendRequest, seen: int | None = None
) -> Recommendation:
    with doing.answering():
        people.agency().check_may_place(day(doing.now))
        return recommendation_flow.recommend(
            of,
            tuple(dict.fromkeys(asked.items)),
            asked.summary,
            by=doing.who,
            stores=_stores(),
            written=_written(doing, "recommend", of),
            now=doing.now,
            seen=seen,
        )


def tell(doing: Act, of: Of, asked: OutcomeRequest, seen: int | None = None) -> Recommendation:
    """What came of it."""
    with doing.answering():
        match asked.stage:
            case "joined":
                return _join(doing, of, asked, seen)
            case "left":
                return _leave(doing, of, asked)
            case "still_there":
                return _still_there(doing, of)
        stage = Stage(asked.stage)
        written = _written(doing, stage, of)
        return recommendation_flow.move(
            of, stage, asked.by, stores=_stores(), written=written, now=doing.now
        )


def _join(doing: Act, of: Of, asked: OutcomeRequest, seen: int | None) -> Recommendation:
    return placement_flow.join(
        of,
        asked.on or day(doing.now),
        asked.annual_income_jpy,
        placements=Placements(table()),
        programme=programme(),
        written=_placed(doing, of, "joined"),
        now=doing.now,
        seen=seen,
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


def _still_there(doing: Act, of: Of) -> Recommendation:
    return placement_flow.still_there(
        of,
        recommendations=Recommendations(table()),
        programme=programme(),
        written=_written(doing, "still_there", of),
        now=doing.now,
    )
