"""Connections to companies' ATSs: each under its own id, and listed with its company."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from shared.domain.company import Company
from shared.domain.connection import Connection, Way
from shared.domain.errors import Conflict, NotFound, RelayError
from shared.domain.ids import CompanyId, ConnectionId, LinkId
from shared.domain.link import Doorway, Link
from shared.table import company_item, keys
from shared.table.codec import due
from shared.table.commit import Table
from shared.table.connection_item import found, from_item, to_item
from shared.table.links import Links, to_link
from shared.table.marks import first_turn, last_turn
from shared.table.versions import swapped
from shared.table.writes import Write

NO_MORE: Final[Mapping[str, Any]] = {}


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
        return owned(self.table.get(keys.connection(connection_id)), company_id)

    def with_company(
        self, company_id: CompanyId, connection_id: ConnectionId, link_id: LinkId
    ) -> tuple[Company, Connection | None, Link | None]:
        """Whatever there is of it, in one request. Raises CompanyNotFound."""
        company, connection, link = self.table.get_all(
            keys.company(company_id),
            keys.connection(connection_id),
            keys.link(company_id, link_id),
        )
        there = from_item(connection) if connection else None
        return company_item.found(company), there, to_link(link) if link else None

    def all(self, company_id: CompanyId) -> Sequence[Connection]:
        """A company's, the oldest first. Two requests."""
        rows = self.table.all_of(keys.of_company(company_id), keys.OWN_ATS_PREFIX)
        named = [ConnectionId(row["connection_id"]) for row in rows]
        items = self.table.get_all(*map(keys.connection, named))
        return [from_item(item) for item in items if item]

    def add(self, connection: Connection, link: Link, doorway: Doorway) -> None:
        """With the link its candidates count under. Raises StateForbids: the company left."""
        listed = {"connection_id": connection.connection_id, "link_id": connection.link_id}
        own = keys.own_ats(connection.company_id, connection.connection_id)
        along = self.table.along(
            self.table.new(keys.connection(connection.connection_id), to_item(connection)),
            self.table.new(own, listed),
        )
        asked = first_turn(self.table, connection) if connection.way is Way.POLL else []
        Links(along.along(*asked)).add(link, doorway)

    def change(self, before: Connection, after: Connection) -> None:
        """Raises Conflict."""
        self.table.commit(self._swap(before, after))

    def remove(self, before: Connection, after: Connection) -> None:
        """Its item stays, with `removed_at`: what comes late is known. Raises Conflict."""
        own = keys.own_ats(before.company_id, before.connection_id)
        at = after.removed_at or before.created_at
        asked = last_turn(self.table, before) if before.way is Way.POLL else []
        self.table.commit(
            self._swap(before, after, due(keys.REMOVED, at)),
            self.table.gone(own, refusal=_moved),
            *asked,
        )

    def _swap(
        self, before: Connection, after: Connection, more: Mapping[str, Any] = NO_MORE
    ) -> Write:
        key = keys.connection(before.connection_id)
        return swapped(self.table, key, before.version, {**to_item(after), **more}, _moved)


def owned(item: dict[str, Any] | None, company_id: CompanyId) -> Connection:
    """Raises NotFound, also for another company's and for a removed one."""
    connection = found(item)
    if connection.company_id != company_id or connection.removed_at:
        raise NotFound("no such connection")
    return connection
