"""What was handed to whom, by whose consent: kept for three years (APPI 29)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from shared.domain.candidate_file import CandidateFile
from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId
from shared.domain.recommendation import Item

KEPT_YEARS = 3

type Values = dict[Item, str]
"""What a company was shown, as it was that day."""


def values(file: CandidateFile, items: Iterable[Item], summary: str | None) -> Values:
    """Of what was agreed to, all there is; the CV itself comes from the adviser."""
    candidate = file.candidate
    known: dict[Item, str | None] = {
        Item.NAME: candidate.full_name,
        Item.EMAIL: candidate.email,
        Item.PHONE: candidate.phone,
        Item.OCCUPATION: candidate.desired_occupation,
        Item.LOCATION: candidate.desired_location,
        Item.SUMMARY: summary,
    }
    return {item: value for item in items if (value := known.get(item))}


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
