"""Deliveries of companies' ATSs: each known again for 30 days, listed, and what they add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from shared.domain.connection_health import Health
from shared.domain.errors import Conflict, RelayError, TooManyRequests
from shared.domain.ids import ConnectionId
from shared.domain.listed import Listed, Seen
from shared.domain.milestone import Guard
from shared.table import keys
from shared.table.codec import stamp
from shared.table.commit import Table
from shared.table.hearing_item import (
    from_item,
    health_values,
    seen_values,
    to_health,
    to_item,
    to_seen,
)
from shared.table.hourly import one_more
from shared.table.versions import swapped
from shared.table.writes import already_done

if TYPE_CHECKING:
    from shared.contracts.events import Event

REFUSED_LISTED_AN_HOUR: Final = 20
"""Of those nobody signed rightly: more would only fill the table, and say the same."""


def _moved(_: dict[str, Any]) -> RelayError:
    return Conflict("how this connection goes was written meanwhile")


def _enough(_: dict[str, Any]) -> RelayError:
    return TooManyRequests("enough of them are listed", retry_after=3600)


@dataclass(frozen=True, slots=True)
class Hearings:
    table: Table

    def standing(
        self, connection_id: ConnectionId, key: str | None, now: datetime
    ) -> tuple[Seen | None, Health, int]:
        """What is known of this delivery, and how the connection goes, with its version.

        One request. `key` is none of a delivery nobody believed.
        """
        asked = [keys.health(connection_id)]
        asked += [keys.seen(connection_id, key)] if key else []
        health, *found = self.table.get_all(*asked)
        item = found[0] if found else None
        seen = to_seen(item) if item and stamp(now) < item["until"] else None
        return seen, to_health(health) if health else Health(), health["version"] if health else 0

    def note(self, listed: Listed, key: str) -> None:
        """Listed, and known again for 30 days. Raises AlreadyDone: it was noted before."""
        now = stamp(listed.received_at)
        known = self.table.replace(
            keys.seen(listed.connection_id, key),
            seen_values(listed),
            unless=lambda e: f"{e.name('until')} <= {e.value(now)}",
            refusal=already_done,
        )
        self.table.commit(known, self.table.new(_row(listed), to_item(listed)))

    def again(self, connection_id: ConnectionId, seen: Seen, at: datetime) -> None:
        """It came once more: said where it is listed, if it still is. Raises Conflict."""
        key = keys.delivery(connection_id, stamp(seen.received_at), seen.delivery_id)
        guards: list[Guard] = [("delivery_id", "=", seen.delivery_id)]
        self.table.changed(key, guards=guards, put={"repeated_at": stamp(at)}, add={"repeats": 1})

    def refused(self, listed: Listed) -> None:
        """Raises AlreadyDone; TooManyRequests: enough of them are listed."""
        who, most = f"refused:{listed.connection_id}", REFUSED_LISTED_AN_HOUR
        self.table.commit(
            self.table.new(_row(listed), to_item(listed)),
            one_more(self.table, who, most, listed.received_at, _enough),
        )

    def page(
        self, connection_id: ConnectionId, *, limit: int, after: str | None
    ) -> tuple[Sequence[Listed], str | None]:
        """The newest first."""
        partition, prefix = keys.of_connection(connection_id), keys.DELIVERY_PREFIX
        items, following = self.table.page(partition, prefix, limit=limit, after=after, newest=True)
        return [from_item(item) for item in items], following

    def health(self, connection_id: ConnectionId) -> Health:
        item = self.table.get(keys.health(connection_id))
        return to_health(item) if item else Health()

    def keep(
        self, connection_id: ConnectionId, version: int, after: Health, fact: Event | None
    ) -> None:
        """How it goes from now on, over what was read as `version`. Raises Conflict."""
        key, values = keys.health(connection_id), health_values(after)
        write = (
            swapped(self.table, key, version, values, _moved)
            if version
            else self.table.new(key, {**values, "version": 1}, _moved)
        )
        self.table.commit(write, *([self.table.outbox(fact)] if fact else []))


def _row(listed: Listed) -> keys.Key:
    return keys.delivery(listed.connection_id, stamp(listed.received_at), listed.delivery_id)
