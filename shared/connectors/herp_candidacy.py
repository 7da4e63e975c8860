"""A candidacy of HERP Hire: `{id, requisitionId, appliedAt, step, stepUpdatedAt, terminatedAt,
terminationReason, email, ...}`, names as clients use them [C]. Persons stay in this function.

Terminated is what has `terminatedAt`; the text of `status` is not known [?]. Whether the company
or the candidate ended it is said by the free words of `terminationReason` alone [?].
"""

from datetime import datetime
from typing import Any, Final

from shared.connectors.change import Application, Change, Ignored
from shared.connectors.reading import inside, moment, reference
from shared.domain.ats_event import Kind, ReasonKind, Stage

ATS: Final = "herp"
STAGES: Final = {
    "entry": Stage.APPLIED,
    "casualInterview": Stage.SCREENING,
    "resumeScreening": Stage.SCREENING,
    "firstInterview": Stage.INTERVIEW,
    "secondInterview": Stage.INTERVIEW,
    "thirdInterview": Stage.INTERVIEW,
    "finalInterview": Stage.FINAL_INTERVIEW,
    "offered": Stage.OFFER,
    "offerAccepted": Stage.OFFER,
}
ACCEPTED: Final = "offerAccepted"
WITHDREW: Final = ("辞退", "取り下げ", "取下げ", "withdr", "declin")
REJECTED: Final = ("不採用", "不合格", "見送", "rejected")


def candidacy(row: Any, was_rejected: bool) -> tuple[Change, ...] | Ignored:
    """Args:
    was_rejected: as far as we know; where it is open, it was unrejected.
    """
    ref, applied_at = reference(inside(row, "id")), moment(inside(row, "appliedAt"))
    if ref is None or applied_at is None:
        return Ignored("no id" if ref is None else "no time of application")
    job, can_email = reference(inside(row, "requisitionId")), bool(inside(row, "email"))
    application = Application(ATS, ref, job, stage_of(row), can_email)
    made = application.change(Kind.CREATED, applied_at)
    if (over_at := inside(row, "terminatedAt")) in (None, ""):
        return made, *_open(row, application, applied_at, was_rejected)
    if (at := moment(over_at)) is None:
        return Ignored("no readable time of the end")
    return made, application.change(Kind.REJECTED, at, reason_of(row))


def _open(
    row: Any, application: Application, applied_at: datetime, was_rejected: bool
) -> tuple[Change, ...]:
    moved_at = moment(inside(row, "stepUpdatedAt")) or applied_at
    if inside(row, "step") == ACCEPTED:
        return (application.change(Kind.HIRED, moved_at),)
    seen_at = moment(inside(row, "updatedAt")) or moved_at
    return (application.change(Kind.UNREJECTED, seen_at),) if was_rejected else ()


def stage_of(row: Any) -> Stage:
    step = inside(row, "step")
    return STAGES.get(step, Stage.UNKNOWN) if isinstance(step, str) else Stage.UNKNOWN


def reason_of(row: Any) -> ReasonKind:
    """An end after the offer is the company's only where it says so: mostly it is not."""
    said = inside(row, "terminationReason")
    words = said.casefold() if isinstance(said, str) else ""
    if any(word in words for word in WITHDREW):
        return ReasonKind.CANDIDATE
    if any(word in words for word in REJECTED):
        return ReasonKind.COMPANY
    return ReasonKind.UNKNOWN if stage_of(row) is Stage.OFFER else ReasonKind.COMPANY
