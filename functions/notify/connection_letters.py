"""A company has to look at its connection to an ATS: the mail to it."""

from dataclasses import dataclass
from typing import Protocol

from functions.notify.flow import Due
from functions.notify.to_company import to_company
from shared.contracts.events import ConnectionDegraded, Event
from shared.domain.agency import Agency
from shared.domain.connection import Connection
from shared.domain.connection_health import Health
from shared.domain.errors import NotFound
from shared.domain.ids import CompanyId, ConnectionId
from shared.pages import connection_mail as mail
from shared.ports.companies import Companies


class Connections(Protocol):
    def own(self, company_id: CompanyId, connection_id: ConnectionId) -> Connection:
        """Raises NotFound."""
        ...


class Hearings(Protocol):
    def health(self, connection_id: ConnectionId) -> Health: ...


@dataclass(frozen=True, slots=True)
class ConnectionLetters:
    agency: Agency
    companies: Companies
    connections: Connections
    hearings: Hearings
    site: str

    def due(self, fact: Event) -> Due | None:
        """Of one that was removed, or is well again, nobody need hear."""
        if not isinstance(fact, ConnectionDegraded):
            return None
        name = CompanyId(fact.company_id), ConnectionId(fact.connection_id)
        try:
            connection = self.connections.own(*name)
        except NotFound:
            return None
        health = self.hearings.health(connection.connection_id)
        return self._ill(fact, connection, health) if health.is_degraded else None

    def _ill(self, fact: ConnectionDegraded, connection: Connection, health: Health) -> Due:
        return to_company(
            fact,
            self.companies.find(connection.company_id),
            self.agency,
            "connection_degraded",
            lambda to: mail.connection_degraded_mail(
                label=connection.label,
                ills=health.ills,
                page=f"{self.site}/console/connections/{connection.connection_id}",
                **to,
            ),
        )
