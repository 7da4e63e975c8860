"""What a joining comes to, for the register of fees."""

from dataclasses import dataclass
from datetime import date

from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId


@dataclass(frozen=True, slots=True)
class FeeLine:
    """For the fee register: a free hire stands there with 0 and its credit."""

    recommendation_id: RecommendationId
    company_id: CompanyId
    job_order_id: JobOrderId
    joined_on: date
    income_jpy: int
    fee_jpy: int
    rule_version: int
    credit_id: str | None


@dataclass(frozen=True, slots=True)
class FeeRow:
    """A FeeLine, and when it was collected. Nothing is collected of a fee of 0."""

    recommendation_id: RecommendationId
    candidate_id: CandidateId
    company_id: CompanyId
    job_order_id: JobOrderId
    joined_on: date
    income_jpy: int
    fee_jpy: int
    rule_version: int
    credit_id: str | None = None
    collected_on: date | None = None
    remark: str | None = None
