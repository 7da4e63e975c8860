"""What a held registration's item says: what it waits for, and who finds it."""

from datetime import datetime
from typing import Any

from shared.domain.hold import PERSONS, HeldFor, Hold
from shared.domain.registration import Registration
from shared.table import keys
from shared.table.codec import due, stamp


def to_item(registration: Registration, hold: Hold, now: datetime) -> dict[str, Any]:
    return {
        "verified_at": stamp(registration.verified_at or now),
        "held_for": hold.held_for,
        "held_until": stamp(hold.until) if hold.until else None,
        **_found(registration, hold, now),
    }


def waiting(registration: Registration) -> dict[str, Any]:
    """A person has accepted it; `judge` finds it when its time comes."""
    return {"held_for": HeldFor.PERIOD, **_until(registration, registration.held_until)}


def _found(registration: Registration, hold: Hold, now: datetime) -> dict[str, Any]:
    if hold.held_for in PERSONS:
        return due(keys.inbox(keys.Inbox.HELD), now)
    return _until(registration, hold.until)


def _until(registration: Registration, until: datetime | None) -> dict[str, Any]:
    if until is None:
        raise ValueError("it waits for no time")
    return due(keys.hold_shard_of(registration.registration_id), until)
