"""Connections to companies' ATSs: each under its own id, and listed with its company."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from shared.domain.connection import Connection
from shared.domain.errors import Conflict, NotFound, RelayError
from shared.domain.ids import CompanyId, ConnectionId
from shared.domain.link import Doorway, Link
from shared.table import keys
from shared.table.commit import Table
from shared.table.connection_item import found, from_item, to_item
from shared.table.links import Links
from shared.table.versions import swapped
from shared.table.writes import Write


def _moved(_: dict[str, Any]) -> RelayError:
    return Conflict("this connection changed meanwhile")


@dataclass(frozen=True, slots=True)
class Connections:
    table: Table

    def find(self, connection_id: ConnectionId) -> Connection:
        """Also one that was removed. Raises NotFound."""
        return found(self.table.get(keys.connection(connection_id)))

    def own(self, company_id: CompanyId, connection_id: ConnectionId) -> Connection:
        """Raises NotFound, also for another company's and for a removed one."""
        connection = self.find(connection_id)
        if connection.company_id != company_id or connection.removed_at:
            raise NotFound("no such connection")
        return connection

    def all(self, company_id: CompanyId) -> Sequence[Connection]:
        """A company's, the oldest first. Two requests."""
        rows = self.table.all_of(keys.of_company(company_id), keys.OWN_ATS_PREFIX)
        named = [ConnectionId(row["connection_id"]) for row in rows]
        items = self.table.get_all(*map(keys.connection, named))
        return [from_item(item) for item in items if item]

    def add(self, connection: Connection, link: Link, doorway: Doorway) -> None:
        """With the link its candidates count under. Raises StateForbids: the company left."""
        listed = {"connection_id": connection.connection_id}
        own = keys.own_ats(connection.company_id, connection.connection_id)
        along = self.table.along(
            self.table.new(keys.connection(connection.connection_id), to_item(connection)),
            self.table.new(own, listed),
        )
        Links(along).add(link, doorway)

    def change(self, before: Connection, after: Connection) -> None:
        """Raises Conflict."""
        self.table.commit(self._swap(before, after))

    def remove(self, before: Connection, after: Connection) -> None:
        """Its item stays, with `removed_at`: what comes late is known. Raises Conflict."""
        own = keys.own_ats(before.company_id, before.connection_id)
        self.table.commit(self._swap(before, after), self.table.gone(own, refusal=_moved))

    def _swap(self, before: Connection, after: Connection) -> Write:
        key = keys.connection(before.connection_id)
        return swapped(self.table, key, before.version, to_item(after), _moved)
