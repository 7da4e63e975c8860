"""One application at a connected ATS, and the life of its link: nothing of the person.

    dormant -> live (rejected by the company) -> asleep (unrejected) -> live ... -> closed

What is kept are the times of what was heard; the life follows from them. So events may come twice,
late and in any order: whoever heard the same is in the same state (application_step).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shared.domain.ats_event import Stage
from shared.domain.ids import ApplicationId, CompanyId, ConnectionId
from shared.domain.link import LinkState


class Life(StrEnum):
    DORMANT = "dormant"
    LIVE = "live"
    ASLEEP = "asleep"
    CLOSED = "closed"
    """Hired, erased at the source, or the connection removed. For good."""
    WITHHELD = "withheld"
    """Confidential or private: there is no link, ever; one made before that was known is dead."""


@dataclass(frozen=True, slots=True)
class Application:
    application_id: ApplicationId
    company_id: CompanyId
    connection_id: ConnectionId
    application_ref: str = ""
    """The vendor's name for it, to write the link back."""
    candidate_ref: str = ""
    """Keyed hash of the vendor's name for the candidate, to hear of their erasure."""
    created_at: datetime | None = None
    rejected_at: datetime | None = None
    """When the company last did."""
    unrejected_at: datetime | None = None
    hired_at: datetime | None = None
    erased_at: datetime | None = None
    removed_at: datetime | None = None
    stage: Stage = Stage.UNKNOWN
    """How far it had come at the last rejection."""
    confidential: bool = False

    @property
    def life(self) -> Life:
        if self.hired_at or self.erased_at or self.removed_at:
            return Life.CLOSED
        if self.confidential:
            return Life.WITHHELD
        if self.rejected_at is None:
            return Life.DORMANT
        undone = self.unrejected_at is not None and self.unrejected_at >= self.rejected_at
        return Life.ASLEEP if undone else Life.LIVE

    @property
    def mints(self) -> bool:
        """Whether it may be given a link; it is wanted before the rejection, to be in its mail."""
        return self.life not in {Life.CLOSED, Life.WITHHELD}

    @property
    def link_state(self) -> LinkState:
        """Of the doorway its link opens. People are served either way."""
        return LinkState.ACTIVE if self.life is Life.LIVE else LinkState.CLOSED
