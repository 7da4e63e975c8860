"""A company before the agency: asked, looked at, let in or not, and what was noted on the way."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shared.domain.company import Company, CompanyState
from shared.domain.errors import StateForbids


class NoteKind(StrEnum):
    NOTE = "note"
    APPROVED = "approved"
    REFUSED = "refused"
    SUSPENDED = "suspended"
    RESUMED = "resumed"


@dataclass(frozen=True, slots=True)
class ScreeningNote:
    """What somebody at the agency found, or why they decided so. Never changed."""

    note_id: str
    at: datetime
    who: str
    kind: NoteKind
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Admission:
    company: Company
    approved_at: datetime | None = None
    refused_at: datetime | None = None


def is_new(company: Company, before: CompanyState, after: CompanyState) -> bool:
    """False where it is done. Raises StateForbids: this company is not where the act starts."""
    if company.state is after:
        return False
    if company.state is not before:
        raise StateForbids(f"this company is {company.state}", company.state)
    return True
