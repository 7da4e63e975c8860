"""Connections as their company sees them: each with its link, and how it goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from shared.domain.company import Company
from shared.domain.connection_health import Health
from shared.domain.connection_state import View, link_named
from shared.domain.ids import CompanyId, ConnectionId, LinkId
from shared.domain.link import Link
from shared.table import company_item, keys
from shared.table.commit import Table
from shared.table.connection_item import from_item
from shared.table.connections import owned
from shared.table.hearing_item import to_health
from shared.table.links import Links
from shared.table.links import found as link_of

EACH: Final = 3
"""Items a view is made of."""


@dataclass(frozen=True, slots=True)
class ConnectionViews:
    table: Table

    def one(self, company_id: CompanyId, connection_id: ConnectionId) -> View:
        """Raises NotFound, also for another company's and for a removed one."""
        return self.with_company(company_id, connection_id)[1]

    def with_company(
        self, company_id: CompanyId, connection_id: ConnectionId
    ) -> tuple[Company, View]:
        """One request. Raises as `one`."""
        company, item, link, health = self.table.get_all(
            keys.company(company_id),
            keys.connection(connection_id),
            keys.link(company_id, link_named(connection_id)),
            keys.health(connection_id),
        )
        connection = owned(item, company_id)
        view = View(connection, self._link(company_id, connection.link_id, link), _health(health))
        return company_item.found(company), view

    def _link(self, company_id: CompanyId, link_id: LinkId, read: dict[str, Any] | None) -> Link:
        """One that is not named as its connection is asked for by itself."""
        if read and read["link_id"] == link_id:
            return link_of(read)
        return Links(self.table).find(company_id, link_id)

    def all(self, company_id: CompanyId) -> tuple[Company, Sequence[View]]:
        """The oldest first. Two requests."""
        rows = self.table.all_of(keys.of_company(company_id), keys.OWN_ATS_PREFIX)
        asked = [key for row in rows for key in _keys(company_id, row)]
        company, *items = self.table.get_all(keys.company(company_id), *asked)
        threes = zip(items[::EACH], items[1::EACH], items[2::EACH], strict=True)
        views = [
            View(from_item(connection), link_of(link), _health(health))
            for connection, link, health in threes
            if connection and link
        ]
        return company_item.found(company), views


def _keys(company_id: CompanyId, row: dict[str, str]) -> tuple[keys.Key, ...]:
    name = ConnectionId(row["connection_id"])
    link = LinkId(row.get("link_id") or link_named(name))
    return keys.connection(name), keys.link(company_id, link), keys.health(name)


def _health(item: dict[str, Any] | None) -> Health:
    return to_health(item) if item else Health()
