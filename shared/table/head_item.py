"""A ledger's head and its entries as items, and back."""

from dataclasses import asdict
from datetime import date
from typing import Any

from shared.domain.entry import Entry
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head


def from_head(head: Head) -> dict[str, Any]:
    return {**asdict(head), "sealed_on": str(head.sealed_on) if head.sealed_on else None}


def to_head(company_id: CompanyId, item: dict[str, Any] | None) -> Head:
    """A company whose ledger was never opened has an empty one."""
    if item is None:
        return Head(company_id)
    kept = {k: v for k, v in item.items() if k in Head.__dataclass_fields__}
    sealed_on = date.fromisoformat(item["sealed_on"]) if item.get("sealed_on") else None
    return Head(**{**kept, "sealed_on": sealed_on})


def from_entry(entry: Entry) -> dict[str, Any]:
    days = {"recorded_on": str(entry.recorded_on), "occurred_on": str(entry.occurred_on)}
    return {**asdict(entry), **days}


def to_entry(item: dict[str, Any]) -> Entry:
    kept = {k: v for k, v in item.items() if k in Entry.__dataclass_fields__}
    days = {k: date.fromisoformat(item[k]) for k in ("recorded_on", "occurred_on")}
    return Entry(**{**kept, **days})
