"""What the table keeps, for as long as a self-test lasts (shared.ports.applications)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from shared.domain.applicant import Applicant, Kept
from shared.domain.application import Application
from shared.domain.connection import Connection
from shared.domain.connection_health import Health
from shared.domain.errors import NotFound
from shared.domain.ids import ApplicationId, ConnectionId
from shared.domain.link import Doorway
from shared.domain.listed import Listed, Seen

if TYPE_CHECKING:
    from shared.contracts.events import Event


@dataclass(slots=True)
class ThisOne:
    connection: Connection

    def find(self, connection_id: ConnectionId) -> Connection:
        """Raises NotFound."""
        if connection_id != self.connection.connection_id:
            raise NotFound("no such connection")
        return self.connection


@dataclass(slots=True)
class ForgottenApplications:
    """`doorways`: those it would have opened."""

    kept: dict[ApplicationId, Kept] = field(default_factory=dict)
    people: dict[str, Applicant] = field(default_factory=dict)
    doorways: list[Doorway] = field(default_factory=list)

    def find(
        self, connection_id: ConnectionId, application_id: ApplicationId, candidate_ref: str = ""
    ) -> tuple[Kept | None, Applicant | None]:
        who = self.applicant(connection_id, candidate_ref) if candidate_ref else None
        return self.kept.get(application_id), who

    def applicant(self, connection_id: ConnectionId, candidate_ref: str) -> Applicant:
        return self.people.get(candidate_ref) or Applicant(connection_id, candidate_ref)

    def step(
        self,
        before: Kept | None,
        after: Application,
        *,
        who: Applicant | None,
        doorway: Doorway | None,
        fact: Event | None,
    ) -> None:
        """What would be said aloud is not said here."""
        slug = doorway.slug if doorway else before.slug if before else None
        version = before.version + 1 if before else 1
        self.kept[after.application_id] = Kept(after, version, slug)
        self.doorways += [doorway] if doorway else []
        if who:
            theirs = (*who.applications, after.application_id)
            self._know(replace(who, applications=theirs))

    def erased(self, who: Applicant, at: datetime) -> None:
        self._know(replace(who, erased_at=at))

    def _know(self, who: Applicant) -> None:
        self.people[who.candidate_ref] = replace(who, version=who.version + 1)


@dataclass(slots=True)
class ForgottenHearings:
    """How the connection goes is not moved by a self-test."""

    seen: dict[str, Seen] = field(default_factory=dict)

    def standing(
        self, connection_id: ConnectionId, key: str | None, now: datetime
    ) -> tuple[Seen | None, Health, int]:
        return self.seen.get(key or ""), Health(), 0

    def note(self, listed: Listed, key: str) -> None:
        self.seen[key] = Seen(listed.delivery_id, listed.received_at)

    def again(self, connection_id: ConnectionId, seen: Seen, at: datetime) -> None: ...

    def refused(self, listed: Listed) -> None: ...

    def keep(
        self, connection_id: ConnectionId, version: int, after: Health, fact: Event | None
    ) -> None: ...
