"""A tally as an item, and back."""

from typing import Any

from shared.domain.ids import CompanyId
from shared.domain.milestone import Tally

_FIELDS = ("active", "n", "r", "g", "w", "debt")


def to_item(tally: Tally) -> dict[str, Any]:
    return {field: getattr(tally, field) for field in _FIELDS}


def from_item(company_id: CompanyId, item: dict[str, Any] | None) -> Tally:
    """A company never approved has no tally: nothing counts for it."""
    if not item:
        return Tally(company_id, active=False)
    return Tally(company_id, **{field: item[field] for field in _FIELDS})
