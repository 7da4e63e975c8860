"""Applications at companies' ATSs: what is kept of them, and what came of each delivery."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from shared.domain.applicant import Applicant, Kept
from shared.domain.application import Application
from shared.domain.ats_event import ApplicationEvent, CandidateErased
from shared.domain.company import Company
from shared.domain.connection import Connection
from shared.domain.connection_health import Health
from shared.domain.ids import ApplicationId, CompanyId, ConnectionId, LinkId
from shared.domain.link import Doorway, Link
from shared.domain.listed import Listed, Seen, Unread

if TYPE_CHECKING:  # pydantic adds a quarter to a start; `click` must not pay it
    from shared.contracts.events import Event


class Connections(Protocol):
    def find(self, connection_id: ConnectionId) -> Connection:
        """Also one that was removed. Raises NotFound."""
        ...


class Applications(Protocol):
    def find(
        self, connection_id: ConnectionId, application_id: ApplicationId, candidate_ref: str = ""
    ) -> tuple[Kept | None, Applicant | None]: ...

    def applicant(self, connection_id: ConnectionId, candidate_ref: str) -> Applicant: ...

    def step(
        self,
        before: Kept | None,
        after: Application,
        *,
        who: Applicant | None,
        doorway: Doorway | None,
        fact: Event | None,
    ) -> None:
        """Raises Conflict."""
        ...

    def erased(self, who: Applicant, at: datetime) -> None:
        """Raises Conflict."""
        ...


class LinksWithCompany(Protocol):
    def with_company(self, company_id: CompanyId, link_id: LinkId) -> tuple[Company, Link]:
        """Raises CompanyNotFound, LinkNotFound."""
        ...


class Naming(Protocol):
    def application(self, connection_id: ConnectionId, ref: str) -> ApplicationId: ...


class Hearings(Protocol):
    """Deliveries that came, and how a connection goes."""

    def standing(
        self, connection_id: ConnectionId, key: str | None, now: datetime
    ) -> tuple[Seen | None, Health, int]:
        """What is known of this delivery, and how the connection goes, with its version."""
        ...

    def note(self, listed: Listed, key: str) -> None:
        """Raises AlreadyDone: it was noted before."""
        ...

    def again(self, connection_id: ConnectionId, seen: Seen, at: datetime) -> None: ...

    def refused(self, listed: Listed) -> None:
        """What nobody signed. Raises AlreadyDone; TooManyRequests: enough are listed."""
        ...

    def keep(
        self, connection_id: ConnectionId, version: int, after: Health, fact: Event | None
    ) -> None:
        """Raises Conflict."""
        ...


class LookUps(Protocol):
    """What a delivery leaves out is asked for at the vendor. Raises Unavailable: try again."""

    def changed(
        self, connection: Connection, application_ref: str | None, link: str | None
    ) -> Sequence[ApplicationEvent | CandidateErased] | Unread:
        """What became of an application the vendor only says has changed."""
        ...

    def reasoned(
        self, connection: Connection, event: ApplicationEvent
    ) -> ApplicationEvent | Unread:
        """An event whose reason is an id, with its kind."""
        ...
