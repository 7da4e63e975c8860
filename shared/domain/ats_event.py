"""What a company's ATS says of an application: references, a stage, a kind of reason, a time.

Nothing of the person is in here. Who hands it on adds the event's id, the connection, and when it
was received.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    CREATED = "application.created"
    REJECTED = "application.rejected"
    UNREJECTED = "application.unrejected"
    """It is open. Some vendors say so with every move: what was never rejected stays as it is."""
    HIRED = "application.hired"
    ERASED = "application.erased"


class ReasonKind(StrEnum):
    COMPANY = "company"
    """The only one that makes a link live."""
    CANDIDATE = "candidate"
    OTHER = "other"
    UNKNOWN = "unknown"


class Stage(StrEnum):
    APPLIED = "applied"
    SCREENING = "screening"
    ASSESSMENT = "assessment"
    INTERVIEW = "interview"
    FINAL_INTERVIEW = "final_interview"
    OFFER = "offer"
    HIRED = "hired"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ApplicationEvent:
    """
    Args:
        application_ref: the vendor's id of the application.
        candidate_ref: keyed hash of the vendor's id of the person.
        occurred_at: none where the vendor does not say; it is then when we received it.
        can_email: none where the vendor does not say.
        confidential: of the job, or private of the candidate; such a one never gets a link.
        reason_ref: the vendor's id of the reason, where its kind has to be looked up.
    """

    kind: Kind
    application_ref: str
    candidate_ref: str | None = None
    job_ref: str | None = None
    stage_reached: Stage = Stage.UNKNOWN
    reason_kind: ReasonKind = ReasonKind.UNKNOWN
    occurred_at: datetime | None = None
    can_email: bool | None = None
    confidential: bool = False
    reason_ref: str | None = None


@dataclass(frozen=True, slots=True)
class CandidateErased:
    """At its source, with every application of theirs, whichever those are."""

    candidate_ref: str
    occurred_at: datetime | None = None
