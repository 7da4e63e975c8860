"""Imports of files, beside the applications they speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Any

from shared.domain.errors import Conflict, NotFound, RelayError, TooManyRequests
from shared.domain.file_import import KEPT, MOST_A_DAY, FileImport, ImportState
from shared.domain.ids import ConnectionId, ImportId
from shared.table import keys
from shared.table.commit import Table
from shared.table.import_item import from_item, to_item
from shared.table.spending import has_not_left
from shared.table.versions import swapped
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import Event


def _moved(_: dict[str, Any]) -> RelayError:
    return Conflict("this import changed meanwhile")


def _too_many(_: dict[str, Any]) -> RelayError:
    return TooManyRequests(f"{MOST_A_DAY} imports a day; go on tomorrow", retry_after=3600)


@dataclass(frozen=True, slots=True)
class Imports:
    table: Table

    def find(self, connection_id: ConnectionId, import_id: ImportId) -> FileImport:
        """Raises NotFound."""
        item = self.table.get(keys.file_import(connection_id, import_id))
        if item is None:
            raise NotFound("no such import")
        return from_item(item)

    def newest(self, connection_id: ConnectionId, limit: int) -> Sequence[FileImport]:
        partition, prefix = keys.of_connection(connection_id), keys.IMPORT_PREFIX
        items, _ = self.table.page(partition, prefix, limit=limit, after=None, newest=True)
        return [from_item(item) for item in items]

    def keep(self, after: FileImport, fact: Event | None = None) -> FileImport:
        """Raises Conflict, TooManyRequests; StateForbids: it is confirmed, and the company left."""
        stays = [has_not_left(after.company_id)] if after.state is ImportState.WAITING else []
        said = [*stays, *([self.table.outbox(fact)] if fact else [])]
        writes = [self._swap(after)] if after.version else [*self._new(after)]
        self.table.commit(*said, *writes)
        return replace(after, version=after.version + 1)

    def _new(self, after: FileImport) -> tuple[Write, Write]:
        until = int((after.made_at + KEPT).timestamp())
        key = keys.file_import(after.connection_id, after.import_id)
        values = {**to_item(after), "version": 1, keys.EXPIRES: until}
        return self._one_more(after), self.table.new(key, values, _moved)

    def _one_more(self, after: FileImport) -> Write:
        today = f"{after.made_at.astimezone(UTC):%Y-%m-%d}"
        key = keys.rate(f"import:{after.connection_id}", today)
        over = after.made_at + timedelta(days=2)
        return self.table.ceiling(key, MOST_A_DAY, expires=over, refusal=_too_many)

    def _swap(self, after: FileImport) -> Write:
        key = keys.file_import(after.connection_id, after.import_id)
        return swapped(self.table, key, after.version, to_item(after), _moved)
