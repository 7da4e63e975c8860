"""A ledger's head as an item, and back."""

from dataclasses import asdict
from datetime import date
from typing import Any

from shared.domain.ids import CompanyId
from shared.domain.ledger import Head


def to_item(head: Head) -> dict[str, Any]:
    return {**asdict(head), "sealed_on": str(head.sealed_on) if head.sealed_on else None}


def from_item(company_id: CompanyId, item: dict[str, Any] | None) -> Head:
    """A company whose ledger was never opened has an empty one."""
    if item is None:
        return Head(company_id)
    kept = {k: v for k, v in item.items() if k in Head.__dataclass_fields__}
    sealed_on = date.fromisoformat(item["sealed_on"]) if item.get("sealed_on") else None
    return Head(**{**kept, "sealed_on": sealed_on})
