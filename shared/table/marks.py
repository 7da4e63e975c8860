"""Whose turn it is to be asked, and how far each connection was read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.domain.asked import Asked
from shared.domain.connection import Connection
from shared.domain.errors import Conflict, NotFound, RelayError
from shared.domain.ids import ConnectionId
from shared.table import keys
from shared.table.codec import due, moment
from shared.table.commit import Table
from shared.table.mark_item import from_item, to_item
from shared.table.versions import swapped
from shared.table.writes import Write


def _moved(_: dict[str, Any]) -> RelayError:
    return Conflict("this connection was asked by somebody else meanwhile")


@dataclass(frozen=True, slots=True)
class Marks:
    table: Table

    def due(self, before: datetime) -> Iterator[tuple[ConnectionId, datetime]]:
        """Whose turn comes before then, and when; as it was a moment ago."""
        for shard in range(keys.SHARDS):
            for item in self.table.due(keys.poll_shard(shard), before):
                yield ConnectionId(item["connection_id"]), moment(item[keys.DUE_SORT])

    def turn(self, connection_id: ConnectionId, seen: datetime, following: datetime) -> bool:
        """Asked again then; False where somebody else saw to this turn."""
        shard = keys.poll_shard_of(connection_id)
        was, then = due(shard, seen), due(shard, following)
        _, done = self.table.changed(
            keys.mark(connection_id),
            guards=[(keys.DUE_SORT, "=", was[keys.DUE_SORT])],
            put={keys.DUE_SORT: then[keys.DUE_SORT]},
        )
        return done

    def find(self, connection_id: ConnectionId) -> Asked:
        """Raises NotFound."""
        item = self.table.get(keys.mark(connection_id))
        if item is None:
            raise NotFound("this connection is not asked")
        return from_item(item)

    def keep(self, before: Asked, after: Asked) -> None:
        """Raises Conflict; also where the connection was removed meanwhile."""
        key = keys.mark(before.connection_id)
        self.table.commit(swapped(self.table, key, before.version, to_item(after), _moved))


def first_turn(table: Table, connection: Connection) -> list[Write]:
    """At once."""
    made_at, name = connection.created_at, connection.connection_id
    turn = due(keys.poll_shard_of(name), made_at)
    first = to_item(Asked.first(name, made_at))
    return [table.new(keys.mark(name), {**first, **turn, "version": 1})]


def last_turn(table: Table, connection: Connection) -> list[Write]:
    return [table.delete(keys.mark(connection.connection_id), guards=[], refusal=_moved)]
