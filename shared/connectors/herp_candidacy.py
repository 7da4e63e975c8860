"""A candidacy of HERP Hire: `{id, requisitionId, appliedAt, step, stepUpdatedAt, terminatedAt,
terminationReason, email, ...}`, names as clients use them [C]. Persons stay in this function.

Terminated is what has `terminatedAt`; the text of `status` is not known [?]. Whether the company
or the candidate ended it is said by the free words of `terminationReason` alone [?].
"""

from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from shared.connectors.reading import inside, moment, reference
from shared.connectors.whose import told
from shared.domain.ats_event import ApplicationEvent, Kind, ReasonKind, Stage
from shared.domain.polled import Skipped

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


def candidacy(row: Any, was_rejected: bool) -> tuple[ApplicationEvent, ...] | Skipped:
    """Args:
    was_rejected: as far as we know; where it is open, it was unrejected.
    """
    ref, applied_at = reference(inside(row, "id")), moment(inside(row, "appliedAt"))
    if ref is None or applied_at is None:
        return Skipped("no id" if ref is None else "no time of application")
    job, can_email = reference(inside(row, "requisitionId")), bool(inside(row, "email"))
    made = ApplicationEvent(
        Kind.CREATED,
        ref,
        job_ref=job,
        stage_reached=stage_of(row),
        occurred_at=applied_at,
        can_email=can_email,
    )
    if (over_at := inside(row, "terminatedAt")) in (None, ""):
        return made, *_open(row, made, applied_at, was_rejected)
    if (at := moment(over_at)) is None:
        return Skipped("no readable time of the end")
    return made, replace(made, kind=Kind.REJECTED, occurred_at=at, reason_kind=reason_of(row))


def _open(
    row: Any, made: ApplicationEvent, applied_at: datetime, was_rejected: bool
) -> tuple[ApplicationEvent, ...]:
    moved_at = moment(inside(row, "stepUpdatedAt")) or applied_at
    if inside(row, "step") == ACCEPTED:
        return (replace(made, kind=Kind.HIRED, occurred_at=moved_at),)
    seen_at = moment(inside(row, "updatedAt")) or moved_at
    return (replace(made, kind=Kind.UNREJECTED, occurred_at=seen_at),) if was_rejected else ()


def stage_of(row: Any) -> Stage:
    step = inside(row, "step")
    return STAGES.get(step, Stage.UNKNOWN) if isinstance(step, str) else Stage.UNKNOWN


def reason_of(row: Any) -> ReasonKind:
    """An end after the offer is the company's only where it says so: mostly it is not."""
    by_default = ReasonKind.UNKNOWN if stage_of(row) is Stage.OFFER else ReasonKind.COMPANY
    return told(inside(row, "terminationReason")) or by_default
