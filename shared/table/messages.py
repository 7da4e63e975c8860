"""What webhook endpoints were told, or are to be; changed from the turn that was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from shared.domain.errors import AlreadyDone, Conflict, NotFound
from shared.domain.ids import EndpointId
from shared.domain.webhook_message import LEASE, Message, Ticket, day_of
from shared.table import keys
from shared.table.codec import stamp
from shared.table.commit import Table
from shared.table.webhook_message_item import from_item, to_item
from shared.table.writes import Write

AT_ONCE: Final = 100
"""Writes of one transaction, at most: DynamoDB's limit."""


def _moved(_: object) -> Conflict:
    return Conflict("somebody else has this message in hand")


@dataclass(frozen=True, slots=True)
class Messages:
    table: Table

    def add(self, message: Message) -> None:
        """Raises AlreadyDone: this endpoint was told of this fact."""
        self.table.commit(self.table.new(_key(message), _there(message)))

    def named(self, ticket: Ticket) -> Message | None:
        key = keys.message(ticket.endpoint_id, stamp(ticket.occurred_at), ticket.message_id)
        item = self.table.get(key)
        return from_item(item) if item else None

    def find(self, endpoint_id: EndpointId, message_id: str) -> Message:
        """By its id alone, among those of its day. Raises NotFound."""
        if (day := day_of(message_id)) is not None:
            of_day = self.table.all_of(keys.told(endpoint_id), keys.messages(day.isoformat()))
            for item in of_day:
                if item["message_id"] == message_id:
                    return from_item(item)
        raise NotFound("no such message")

    def newest(
        self, endpoint_id: EndpointId, *, limit: int, after: str | None
    ) -> tuple[Sequence[Message], str | None]:
        """The last fact first."""
        partition, every = keys.told(endpoint_id), keys.messages()
        items, following = self.table.page(partition, every, limit=limit, after=after, newest=True)
        return [from_item(item) for item in items], following

    def between(
        self, endpoint_id: EndpointId, since: datetime, until: datetime, *, limit: int
    ) -> tuple[Sequence[Message], bool]:
        """Of facts from then until then, oldest first; and whether there are more."""
        first, last = (keys.messages(stamp(at)) for at in (since, until))
        found, start = list[Message](), first
        while len(found) <= limit:
            page = self.table.between(keys.told(endpoint_id), start, last, limit=limit + 1)
            found += [from_item(item) for item in page[0]]
            if page[1] is None:
                break
            start = page[1] + "\x00"
        return found[:limit], len(found) > limit

    def due(self, now: datetime) -> Iterator[Message]:
        """Those nobody has in hand, though they should; as it was a moment ago."""
        for shard in range(keys.SHARDS):
            yield from map(from_item, self.table.due(keys.again_shard(shard), now))

    def change(self, before: Message, after: Message) -> None:
        """Raises Conflict."""
        self.table.commit(self._swap(before, after))

    def change_all(self, changes: Sequence[tuple[Message, Message]]) -> None:
        """All of them or none, a hundred at most. Raises Conflict."""
        self.table.commit(*(self._swap(before, after) for before, after in changes))

    def take(self, before: Message, after: Message, slot: int, now: datetime) -> None:
        """One more attempt is under way at its endpoint.

        Raises:
            AlreadyDone: this place there is taken.
            Conflict
        """
        until = now + LEASE
        held = {"by": _by(after), "until": stamp(until), keys.EXPIRES: int(until.timestamp())}
        room = self.table.replace(
            keys.slot(before.endpoint_id, slot),
            held,
            unless=lambda e: f"{e.name('until')} <= {e.value(stamp(now))}",
            refusal=lambda _: AlreadyDone("there is an attempt under way"),
        )
        self.table.commit(self._swap(before, after), room)

    def record(self, before: Message, after: Message, slot: int) -> None:
        """What became of the attempt; its place is free. Raises Conflict."""
        mine = [("by", "=", _by(before))]
        room = self.table.delete(keys.slot(before.endpoint_id, slot), guards=mine, refusal=_moved)
        self.table.commit(self._swap(before, after), room)

    def _swap(self, before: Message, after: Message) -> Write:
        values = to_item(after)
        return self.table.change(
            _key(before),
            guards=[("turn", "=", before.turn)],
            put={name: value for name, value in values.items() if value is not None},
            remove=[name for name, value in values.items() if value is None],
            refusal=_moved,
        )


def _key(message: Message) -> keys.Key:
    return keys.message(message.endpoint_id, stamp(message.occurred_at), message.message_id)


def _there(message: Message) -> dict[str, object]:
    return {name: value for name, value in to_item(message).items() if value is not None}


def _by(message: Message) -> str:
    return f"{message.message_id}#{message.turn}"
