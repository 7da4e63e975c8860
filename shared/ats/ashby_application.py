"""Ashby's application: what its state means, and who ended it [S/D].

Whether `job.confidential` is sent is not known [?]; where it is, it is heeded.
"""

from typing import Final

from shared.ats.body import inside, moment, raised, ref, word
from shared.ats.delivery import Events, Ignored, Meaning, Why
from shared.ats.keys import person
from shared.ats.stages import stage_of
from shared.ats.vendor import Keyed
from shared.domain.ats_event import ApplicationEvent, Kind, ReasonKind

NAMED: Final = {"applicationSubmit": Kind.CREATED, "candidateHire": Kind.HIRED}
MOVES: Final = {"candidateStageChange", "applicationUpdate"}
STATES: Final = {
    "Archived": Kind.REJECTED,
    "Hired": Kind.HIRED,
    "Active": Kind.UNREJECTED,
    "Lead": Kind.UNREJECTED,
}
REASONS: Final = {
    "RejectedByOrg": ReasonKind.COMPANY,
    "RejectedByCandidate": ReasonKind.CANDIDATE,
    "Other": ReasonKind.OTHER,
}
"""The second and third: [?]. Only the first makes a link live."""


def followed(action: str) -> bool:
    return action in NAMED or action in MOVES


def meaning_of(action: str, said: object, keyed: Keyed) -> Meaning:
    application = ref(inside(said, "id"))
    kind = NAMED.get(action) or STATES.get(word(inside(said, "status")))
    if application is None:
        return Ignored(Why.NO_APPLICATION)
    if kind is None:
        return Ignored(Why.NO_STATE)
    return Events((event(kind, application, said, keyed),))


def event(kind: Kind, application: str, said: object, keyed: Keyed) -> ApplicationEvent:
    first = {Kind.CREATED: "createdAt", Kind.REJECTED: "archivedAt"}.get(kind, "updatedAt")
    reason = REASONS.get(word(inside(said, "archiveReason", "reasonType")), ReasonKind.UNKNOWN)
    return ApplicationEvent(
        kind,
        application,
        candidate_ref=person(ref(inside(said, "candidate", "id")), keyed),
        job_ref=ref(inside(said, "job", "id")),
        stage_reached=stage_of(inside(said, "currentInterviewStage", "title")),
        reason_kind=reason if kind is Kind.REJECTED else ReasonKind.UNKNOWN,
        occurred_at=moment(inside(said, first)) or moment(inside(said, "updatedAt")),
        confidential=raised(inside(said, "job", "confidential")),
    )
