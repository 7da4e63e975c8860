"""A candidate of Talentio, who is one application: `{id, status, appliedAt, registeredAt,
updatedAt, requisition: {id}, stages: [{type, status, fixedAt}], ...}` [C]. Persons stay here.

`fail` is the company's rejection; `reject` the candidate's withdrawal (辞退), a false friend [D].
"""

from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from shared.connectors.reading import inside, moment, reference
from shared.domain.ats_event import ApplicationEvent, Kind, ReasonKind, Stage
from shared.domain.polled import Skipped

STAGES: Final = {
    "resume": Stage.SCREENING,
    "contact": Stage.SCREENING,
    "interview": Stage.INTERVIEW,
}
"""Their `type`s as clients met them [C]."""
ENDED: Final = {
    "fail": (Kind.REJECTED, ReasonKind.COMPANY),
    "reject": (Kind.REJECTED, ReasonKind.CANDIDATE),
    "pass": (Kind.HIRED, ReasonKind.UNKNOWN),
}


def candidate(row: Any, was_rejected: bool) -> tuple[ApplicationEvent, ...] | Skipped:
    """Args:
    was_rejected: as far as we know; where it is ongoing, it was unrejected.
    """
    ref = reference(inside(row, "id"))
    applied_at = moment(inside(row, "appliedAt")) or moment(inside(row, "registeredAt"))
    if ref is None or applied_at is None:
        return Skipped("no id" if ref is None else "no time of application")
    job = reference(inside(inside(row, "requisition"), "id"))
    made = ApplicationEvent(
        Kind.CREATED, ref, job_ref=job, stage_reached=stage_of(row), occurred_at=applied_at
    )
    seen_at = moment(inside(row, "updatedAt")) or applied_at
    match inside(row, "status"):
        case "ongoing":
            back = replace(made, kind=Kind.UNREJECTED, occurred_at=seen_at)
            return (made, back) if was_rejected else (made,)
        case "fail" | "reject" | "pass" as status:
            kind, reason = ENDED[status]
            at = decided_at(row, status) or seen_at
            return made, replace(made, kind=kind, occurred_at=at, reason_kind=reason)
        case "poolActive" | "poolInactive":
            return Skipped("in the pool, not applying")
        case _:
            return Skipped("a status that is not known")


def decided_at(row: Any, status: str) -> datetime | None:
    """When a stage was fixed so: `updatedAt` moves with every note. A stage fails as `fail` or
    `failed`: clients differ [?].
    """
    so = (stage for stage in _stages(row) if inside(stage, "status") in (status, f"{status}ed"))
    times = (moment(inside(stage, "fixedAt")) for stage in so)
    return max((at for at in times if at), default=None)


def stage_of(row: Any) -> Stage:
    kinds = [kind for stage in _stages(row) if isinstance(kind := inside(stage, "type"), str)]
    return STAGES.get(kinds[-1], Stage.UNKNOWN) if kinds else Stage.APPLIED


def _stages(row: Any) -> list[Any]:
    stages = inside(row, "stages")
    return stages if isinstance(stages, list) else []
