"""A company's item, read."""

from typing import Any

from shared.domain.company import Company, CompanyState
from shared.domain.errors import CompanyNotFound
from shared.table.codec import moment, optional_moment


def found(item: dict[str, Any] | None) -> Company:
    """Raises CompanyNotFound."""
    if item is None:
        raise CompanyNotFound("no such company")
    return from_item(item)


def from_item(item: dict[str, Any]) -> Company:
    fields = {k: v for k, v in item.items() if k in Company.__dataclass_fields__}
    known: dict[str, Any] = {
        "state": CompanyState(item["state"]),
        "created_at": moment(item["created_at"]),
        "usable_until": optional_moment(item.get("usable_until")),
    }
    return Company(**{**fields, **known})
