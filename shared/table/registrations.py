"""Registrations before their verdict: taken in, tried, sent another code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared.domain.errors import AlreadyDecided, RegistrationNotFound
from shared.domain.ids import PersonKey, RegistrationId
from shared.domain.link import Doorway
from shared.domain.registration import (
    MAX_TRIES,
    UNVERIFIED_KEPT,
    Registration,
    State,
)
from shared.domain.screening import Passing
from shared.table import arrivals, keys
from shared.table.codec import due, stamp
from shared.table.commit import Table
from shared.table.hourly import one_more_code
from shared.table.links import Links
from shared.table.registration_item import from_item, to_item

if TYPE_CHECKING:
    from shared.contracts.events import RegistrationSubmitted


def kept_until(registration_id: RegistrationId, at: datetime) -> dict[str, Any]:
    """What has an unverified registration deleted after its day: `sweep`, and the TTL behind it."""
    until = at + UNVERIFIED_KEPT
    return {
        keys.EXPIRES: int(until.timestamp()),
        **due(keys.unverified_shard_of(registration_id), until),
    }


@dataclass(frozen=True, slots=True)
class Registrations:
    table: Table

    def submit(
        self,
        registration: Registration,
        person: PersonKey,
        event: RegistrationSubmitted,
        passing: Passing | None = None,
        under: Doorway | None = None,
    ) -> None:
        """
        Raises:
            TooManyRequests: five codes went to this address in this hour.
            Conflict: this visitor handed in another form meanwhile.
            LinkMoved: `under` was told of its link what is over.
        """
        at = registration.submitted_at
        values = {
            **to_item(registration),
            **kept_until(registration.registration_id, at),
            keys.COMPANY_PARTITION: keys.company_month(registration.company_id, at),
            keys.COMPANY_SORT: stamp(at),
        }
        self.table.commit(
            self.table.new(keys.registration(registration.registration_id), values),
            one_more_code(self.table, person, at),
            *(arrivals.remembered(self.table, p) for p in [passing] if p),
            *(Links(self.table).stands(door) for door in [under] if door),
            self.table.outbox(event),
        )

    def reissue(
        self,
        before: Registration,
        after: Registration,
        person: PersonKey,
        event: RegistrationSubmitted,
        now: datetime,
    ) -> None:
        """Raises AlreadyDecided, TooManyRequests."""
        changed = self.table.change(
            keys.registration(before.registration_id),
            guards=[("issue", "=", before.issue), ("tries", "<", MAX_TRIES)],
            state_in=[State.SUBMITTED],
            put={"issue": after.issue, "code_until": stamp(after.code_until)},
            refusal=lambda _: AlreadyDecided("another code was just sent, or none is needed"),
        )
        self.table.commit(changed, one_more_code(self.table, person, now), self.table.outbox(event))

    def find(self, registration_id: RegistrationId) -> Registration:
        """Raises RegistrationNotFound."""
        item = self.table.get(keys.registration(registration_id))
        if item is None:
            raise RegistrationNotFound("no such registration")
        return from_item(item)

    def try_code(self, registration_id: RegistrationId, now: datetime) -> tuple[Registration, bool]:
        """Take one of the five tries; False where none could be taken.

        A try sent twice by the SDK after a lost answer costs two: it never gives one too many.

        Raises:
            RegistrationNotFound
            Conflict: no try was taken.
        """
        item, tried = self.table.changed(
            keys.registration(registration_id),
            guards=[
                ("state", "=", State.SUBMITTED),
                ("tries", "<", MAX_TRIES),
                ("code_until", ">", stamp(now)),
            ],
            add={"tries": 1},
        )
        if item is None:
            raise RegistrationNotFound("no such registration")
        return from_item(item), tried

    def overdue(self, now: datetime) -> Iterator[RegistrationId]:
        """Those whose code was not typed within their day."""
        for shard in range(keys.SHARDS):
            for item in self.table.due(keys.unverified_shard(shard), now):
                yield RegistrationId(item["registration_id"])

    def over(self, now: datetime) -> Iterator[RegistrationId]:
        """Those that wait for nothing but a time that has come."""
        for shard in range(keys.SHARDS):
            for item in self.table.due(keys.hold_shard(shard), now):
                yield RegistrationId(item["registration_id"])

    def forget(self, registration_id: RegistrationId) -> None:
        """Delete what was never verified. Raises AlreadyDecided: it was, meanwhile."""
        self.table.commit(
            self.table.delete(
                keys.registration(registration_id),
                guards=[(keys.DUE_PARTITION, "=", keys.unverified_shard_of(registration_id))],
                refusal=lambda _: AlreadyDecided("this registration was verified"),
            )
        )
