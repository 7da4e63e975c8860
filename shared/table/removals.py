"""Connections that were removed, while links of their applications are still to be closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from shared.domain.applicant import Kept
from shared.domain.application import Application, Life
from shared.domain.connection import Connection
from shared.table import keys
from shared.table.application_item import from_item
from shared.table.applications import Applications
from shared.table.commit import Table
from shared.table.connection_item import from_item as connection_of


@dataclass(frozen=True, slots=True)
class Removals:
    table: Table

    def due(self, now: datetime) -> Sequence[Connection]:
        """Each as it is: the index may be behind."""
        named = [item[keys.PARTITION] for item in self.table.due(keys.REMOVED, now)]
        found = (self.table.get(keys.Key(one, keys.CONNECTION)) for one in named)
        return [connection_of(item) for item in found if item and item.get(keys.DUE_PARTITION)]

    def open(self, connection: Connection, limit: int) -> Sequence[Kept]:
        """Applications with a link that is not closed for good."""
        items = self.table.all_of(
            keys.of_connection(connection.connection_id), keys.APPLICATION_PREFIX
        )
        kept = (
            Kept(application, item["version"], item["slug"])
            for item in items
            if item.get("slug") and (application := from_item(item)).life is not Life.CLOSED
        )
        return list(islice(kept, limit))

    def close(self, before: Kept, after: Application) -> None:
        """Raises Conflict."""
        Applications(self.table).step(before, after, who=None, doorway=None, fact=None)

    def done(self, connection: Connection) -> None:
        self.table.commit(
            self.table.change(keys.connection(connection.connection_id), remove=keys.DUE)
        )
