"""What is heard of an application, and when it was: of its ATS, or of the company itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from shared.domain.ats_event import ApplicationEvent, CandidateErased, ReasonKind, Stage
from shared.domain.millisecond import to_the_millisecond

AHEAD: Final = timedelta(minutes=5)
"""How far another's clock may be before ours; a time beyond would outlast all that comes later."""


class Kind(StrEnum):
    CREATED = "created"
    REJECTED = "rejected"
    UNREJECTED = "unrejected"
    HIRED = "hired"
    ERASED = "erased"
    """The candidate, at the source; heard of each of their applications."""
    REMOVED = "removed"
    """The connection, by the company."""


@dataclass(frozen=True, slots=True)
class Happening:
    """`occurred_at` has a zone, and is the same in a repeated delivery."""

    kind: Kind
    occurred_at: datetime
    reason_kind: ReasonKind = ReasonKind.UNKNOWN
    stage: Stage = Stage.UNKNOWN
    confidential: bool = False

    @property
    def at(self) -> datetime:
        """As it is kept, so that a repeated delivery is no later than itself."""
        return to_the_millisecond(self.occurred_at)

    @property
    def is_decision(self) -> bool:
        """Whether a link may follow it: of rejections only a company's own may."""
        return self.kind is not Kind.REJECTED or self.reason_kind is ReasonKind.COMPANY


def happened(event: ApplicationEvent | CandidateErased, received_at: datetime) -> Happening:
    """What an ATS said, at the time it says; of an erasure, for each of their applications."""
    said = event.occurred_at
    at = received_at if said is None or said > received_at + AHEAD else said
    if isinstance(event, CandidateErased):
        return Happening(Kind.ERASED, at)
    kind = Kind(event.kind.removeprefix("application."))
    return Happening(kind, at, event.reason_kind, event.stage_reached, event.confidential)
