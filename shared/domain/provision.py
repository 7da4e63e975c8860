"""What was handed to whom, by whose consent: kept for three years (APPI 29)."""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId
from shared.domain.recommendation import Item

KEPT_YEARS = 3


@dataclass(frozen=True, slots=True)
class Provision:
    """`candidate_name` outlives the candidate's file: the law asks who it was."""

    at: datetime
    recommendation_id: RecommendationId
    candidate_id: CandidateId
    candidate_name: str
    company_id: CompanyId
    company_name: str
    job_order_id: JobOrderId
    items: tuple[Item, ...]
    consented_at: datetime
    text_version: str
    provided_by: str
