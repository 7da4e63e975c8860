"""A ledger's entry as an item, and back."""

from dataclasses import asdict
from datetime import date
from typing import Any

from shared.domain.entry import Entry


def to_item(entry: Entry) -> dict[str, Any]:
    days = {"recorded_on": str(entry.recorded_on), "occurred_on": str(entry.occurred_on)}
    return {**asdict(entry), **days}


def from_item(item: dict[str, Any]) -> Entry:
    kept = {k: v for k, v in item.items() if k in Entry.__dataclass_fields__}
    days = {k: date.fromisoformat(item[k]) for k in ("recorded_on", "occurred_on")}
    return Entry(**{**kept, **days})
