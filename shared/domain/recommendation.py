"""A candidate for a job order: asked first, recommended then, and what came of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId


class Stage(StrEnum):
    ASKED = "asked"
    """The candidate was asked whether this company may see them for this job."""
    CONSENTED = "consented"
    REFUSED = "refused"
    RECOMMENDED = "recommended"
    INTERVIEWING = "interviewing"
    OFFERED = "offered"
    JOINED = "joined"
    DECLINED = "declined"
    LEFT = "left"


FOLLOWS: Final[dict[Stage, frozenset[Stage]]] = {
    Stage.ASKED: frozenset({Stage.CONSENTED, Stage.REFUSED, Stage.DECLINED}),
    Stage.CONSENTED: frozenset({Stage.RECOMMENDED, Stage.REFUSED, Stage.DECLINED}),
    Stage.RECOMMENDED: frozenset({Stage.INTERVIEWING, Stage.OFFERED, Stage.JOINED, Stage.DECLINED}),
    Stage.INTERVIEWING: frozenset({Stage.OFFERED, Stage.JOINED, Stage.DECLINED}),
    Stage.OFFERED: frozenset({Stage.JOINED, Stage.DECLINED}),
    Stage.JOINED: frozenset({Stage.LEFT}),
}
"""What may come next; nothing follows the others."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """`company_id` hires; `referred_by` let the candidate go, None where nobody did."""

    recommendation_id: RecommendationId
    candidate_id: CandidateId
    company_id: CompanyId
    job_order_id: JobOrderId
    stage: Stage
    asked_at: datetime
    referred_by: CompanyId | None = None
    statistics: bool = False
    """The candidate allowed statistics when asked."""
    joined_on: date | None = None
    left_on: date | None = None
