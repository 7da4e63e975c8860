"""A job seeker, a job order and what becomes of them, as acts hand them to the registers."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, Final

from shared.domain.candidate_file import CandidateFile
from shared.domain.consent import Consents
from shared.domain.fee import fee
from shared.domain.fee_row import FeeLine
from shared.domain.ids import CandidateId, JobOrderId, PersonKey, RecommendationId
from shared.domain.job_order import JobOrder, JobOrderState
from shared.domain.recommendation import Recommendation, Stage
from shared.domain.registration import Candidate
from shared.domain.rules import FIRST
from shared.mint import mint
from tests.support.builders import BOLT, NOON

CONDITIONS: Final[dict[str, Any]] = {
    "workplace": "東京都千代田区",
    "contract": {"term": "indefinite"},
    "wage": {"per": "month", "from_jpy": 250_000, "to_jpy": 300_000},
}
FIXED: Final = {"contract": {"term": "fixed", "starts_on": "2026-04-01", "ends_on": "2027-03-31"}}


def a_file(name: str = "ada", at: datetime = NOON, **changed: Any) -> CandidateFile:
    candidate = Candidate(f"{name}@example.org", name.title(), "+819012345678", "02", "東京")
    file = CandidateFile(
        candidate_id=CandidateId(mint("cnd", at)),
        person=PersonKey(name),
        candidate=candidate,
        consents=Consents(text_version="test-1", method="form"),
        locale="ja",
        opened_at=at,
        contact_by=None,
    )
    return replace(file, **changed)


def an_order(at: datetime = NOON, conditions: Any = None, **changed: Any) -> JobOrder:
    order = JobOrder(
        job_order_id=JobOrderId(mint("job", at)),
        company_id=BOLT,
        title="機械設計",
        state=JobOrderState.ACCEPTED,
        posted_at=at,
        fee=fee(5_000_000, FIRST),
        notice_version="1",
        openings=2,
        conditions={**CONDITIONS, **(conditions or {})},
    )
    return replace(order, **changed)


def introduced(file: CandidateFile, order: JobOrder, at: datetime = NOON) -> Recommendation:
    return Recommendation(
        recommendation_id=RecommendationId(mint("rec", at)),
        candidate_id=file.candidate_id,
        company_id=order.company_id,
        job_order_id=order.job_order_id,
        stage=Stage.RECOMMENDED,
        asked_at=at,
    )


def a_line(made: Recommendation, on: date, **changed: Any) -> FeeLine:
    """A fee, as a joining says it."""
    ids = made.recommendation_id, made.company_id, made.job_order_id
    return replace(FeeLine(*ids, on, 5_000_000, 1_750_000, 1, None), **changed)


def free(made: Recommendation, on: date) -> FeeLine:
    return a_line(made, on, fee_jpy=0, credit_id="crd_1")


def noon(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
