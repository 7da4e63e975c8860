"""What a poller heard: the event every vendor comes to, under a name made of the fact."""

from dataclasses import dataclass
from datetime import UTC, datetime

from shared.domain.ats_event import ApplicationEvent, Kind, ReasonKind, Stage


@dataclass(frozen=True, slots=True)
class Change:
    """`event_id` is the same for the same fact, however often the overlap reads it again."""

    event_id: str
    event: ApplicationEvent
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class Ignored:
    """A row that is no news, and why; never whose."""

    because: str


@dataclass(frozen=True, slots=True)
class Application:
    """What a row says beside what happened: of the vendor's references and our words.

    The two systems we ask name no person apart from the application: there is no candidate_ref.
    """

    ats: str
    ref: str
    job_ref: str | None
    stage_reached: Stage
    can_email: bool | None = None

    def change(
        self, kind: Kind, at: datetime, reason_kind: ReasonKind = ReasonKind.UNKNOWN
    ) -> Change:
        said = at.astimezone(UTC).isoformat(timespec="seconds")
        event = ApplicationEvent(
            kind,
            self.ref,
            job_ref=self.job_ref,
            stage_reached=self.stage_reached,
            reason_kind=reason_kind,
            occurred_at=at,
            can_email=self.can_email,
        )
        return Change(f"{self.ats}:{self.ref}:{kind}:{said}", event, at)
