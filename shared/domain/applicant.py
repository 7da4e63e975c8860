"""What is kept of an application beside its life, and of whoever applied."""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.application import Application
from shared.domain.ids import ApplicationId, ConnectionId, Slug


@dataclass(frozen=True, slots=True)
class Kept:
    """`slug`: its link's, once it has one."""

    application: Application
    version: int
    slug: Slug | None = None


@dataclass(frozen=True, slots=True)
class Applicant:
    """Somebody at one ATS, under a keyed hash: so that their erasure reaches all they applied for.

    Args:
        erased_at: at the source; whatever comes later is forgotten at once.
        version: 0 of one nobody heard of.
    """

    connection_id: ConnectionId
    candidate_ref: str
    applications: tuple[ApplicationId, ...] = ()
    erased_at: datetime | None = None
    version: int = 0
