"""What was handed to whom, by whose consent: kept for three years (APPI 29)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import InvalidRequest
from shared.domain.forbidden import words_of
from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId
from shared.domain.recommendation import Item

KEPT_YEARS = 3

type Values = dict[Item, str]
"""What a company was shown, as it was that day."""


def values(file: CandidateFile, items: Iterable[Item], summary: str | None) -> Values:
    """Of what was agreed to, all there is; the CV itself comes from the adviser."""
    known = _known(file, summary)
    return {item: value for item in items if (value := known.get(item))}


def check_there(
    file: CandidateFile, items: Iterable[Item], summary: str | None, *, has_cv: bool
) -> None:
    """Raises InvalidRequest: what nobody has is not handed over, and not recorded as if it was."""
    known = _known(file, summary)
    lacking = [item for item in items if not (has_cv if item is Item.CV else known.get(item))]
    if lacking:
        raise InvalidRequest(f"there is none to show: {', '.join(lacking)}", {"items": "malformed"})


def check_said(summary: str | None) -> None:
    """Raises InvalidRequest: a company is not told what nobody may collect (ESA 5-5)."""
    if found := words_of(summary or ""):
        detail = f"leave out what has no part in hiring: {', '.join(found)}"
        raise InvalidRequest(detail, {"summary": "forbidden"})


def _known(file: CandidateFile, summary: str | None) -> dict[Item, str | None]:
    candidate = file.candidate
    return {
        Item.NAME: candidate.full_name,
        Item.EMAIL: candidate.email,
        Item.PHONE: candidate.phone,
        Item.OCCUPATION: candidate.desired_occupation,
        Item.LOCATION: candidate.desired_location,
        Item.SUMMARY: summary,
    }


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
