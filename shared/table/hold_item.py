"""What a held registration's item says: what it waits for, and who finds it."""

from datetime import datetime
from typing import Any

from shared.domain.hold import PERSONS, HeldFor, Hold
from shared.domain.registration import Registration
from shared.table import keys
from shared.table.codec import stamp


def to_item(registration: Registration, hold: Hold, now: datetime) -> dict[str, Any]:
    until = stamp(hold.until) if hold.until else None
    found = keys.hold_shard_of(registration.registration_id), until
    if hold.held_for in PERSONS:
        found = keys.inbox("held"), stamp(now)
    return {
        "verified_at": stamp(registration.verified_at or now),
        "held_for": hold.held_for,
        "held_until": until,
        keys.DUE_PARTITION: found[0],
        keys.DUE_SORT: found[1],
    }


def waiting(registration: Registration) -> dict[str, Any]:
    """A person has accepted it; `judge` finds it when its time comes."""
    if registration.held_until is None:
        raise ValueError("it waits for no time")
    return {
        "held_for": HeldFor.PERIOD,
        keys.DUE_PARTITION: keys.hold_shard_of(registration.registration_id),
        keys.DUE_SORT: stamp(registration.held_until),
    }
