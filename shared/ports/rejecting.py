"""The connection a company's own programs speak through."""

from __future__ import annotations

from typing import Protocol

from shared.domain.company import Company
from shared.domain.connection import Connection
from shared.domain.ids import CompanyId, ConnectionId, LinkId
from shared.domain.link import Doorway, Link


class Connections(Protocol):
    def with_company(
        self, company_id: CompanyId, connection_id: ConnectionId, link_id: LinkId
    ) -> tuple[Company, Connection | None, Link | None]:
        """Raises CompanyNotFound."""
        ...

    def add(self, connection: Connection, link: Link, doorway: Doorway) -> None:
        """Raises AlreadyDone; StateForbids: the company left."""
        ...
