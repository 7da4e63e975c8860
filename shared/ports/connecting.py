"""Connections to companies' ATSs."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from shared.domain.applicant import Kept
from shared.domain.application import Application
from shared.domain.connection import Connection
from shared.domain.ids import CompanyId, ConnectionId
from shared.domain.link import Doorway, Link


class Connections(Protocol):
    def own(self, company_id: CompanyId, connection_id: ConnectionId) -> Connection:
        """Raises NotFound."""
        ...

    def all(self, company_id: CompanyId) -> Sequence[Connection]: ...

    def add(self, connection: Connection, link: Link, doorway: Doorway) -> None:
        """Raises StateForbids."""
        ...

    def change(self, before: Connection, after: Connection) -> None:
        """Raises Conflict."""
        ...

    def remove(self, before: Connection, after: Connection) -> None:
        """Raises Conflict."""
        ...


class Removed(Protocol):
    """Connections that were removed, while links of their applications may be open."""

    def due(self, now: datetime) -> Sequence[Connection]: ...

    def open(self, connection: Connection, limit: int) -> Sequence[Kept]:
        """Applications with a link that is not closed for good."""
        ...

    def close(self, before: Kept, after: Application) -> None:
        """Raises Conflict."""
        ...

    def done(self, connection: Connection) -> None: ...
