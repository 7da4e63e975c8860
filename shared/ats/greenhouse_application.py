"""Greenhouse's application [S]: one shape for every act on it but its deletion, which is flat."""

from typing import Final

from shared.ats.body import flag, inside, moment, raised, ref, several
from shared.ats.delivery import Events, Ignored, Meaning, Why
from shared.ats.greenhouse_reason import reason_of
from shared.ats.keys import person
from shared.ats.stages import stage_of
from shared.ats.vendor import Keyed
from shared.domain.ats_event import ApplicationEvent, Kind

KINDS: Final = {
    "new_candidate_application": Kind.CREATED,
    "reject_candidate": Kind.REJECTED,
    "unreject_candidate": Kind.UNREJECTED,
    "hire_candidate": Kind.HIRED,
    "delete_application": Kind.ERASED,
}
TIMES: Final = {
    Kind.CREATED: ("applied_at",),
    Kind.REJECTED: ("rejected_at",),
    Kind.UNREJECTED: ("last_activity_at",),
    Kind.HIRED: ("offer", "resolved_at"),
    Kind.ERASED: (),
}


def meaning_of(kind: Kind, said: object, keyed: Keyed) -> Meaning:
    application = ref(inside(said, "id"))
    if application is None:
        return Ignored(Why.NO_APPLICATION)
    if raised(inside(said, "prospect")):
        return Ignored(Why.PROSPECT)
    return Events((_event(kind, application, said, keyed),))


def _event(kind: Kind, application: str, said: object, keyed: Keyed) -> ApplicationEvent:
    jobs = list(several(inside(said, "jobs")))
    person_id = inside(said, "candidate", "id") or inside(said, "candidate_id")
    private = raised(inside(said, "candidate", "is_private"))
    return ApplicationEvent(
        kind,
        application,
        candidate_ref=person(ref(person_id), keyed),
        job_ref=ref(inside(jobs[0], "id")) if jobs else ref(inside(said, "job_id")),
        stage_reached=stage_of(inside(said, "current_stage", "name")),
        reason_kind=reason_of(kind, inside(said, "rejection_reason")),
        occurred_at=moment(inside(said, *TIMES[kind])),
        can_email=flag(inside(said, "candidate", "can_email")),
        confidential=private or any(raised(inside(job, "confidential")) for job in jobs),
    )
