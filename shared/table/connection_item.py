"""A connection's item, written and read."""

from collections.abc import Mapping
from typing import Any

from shared.domain.connection import Connection, Provider
from shared.domain.errors import NotFound
from shared.domain.sealed import Sealed
from shared.table.codec import moment, optional_moment, stamp


def to_item(connection: Connection) -> dict[str, Any]:
    names = ("connection_id", "company_id", "provider", "label", "link_id", "version")
    removed = connection.removed_at
    return {
        **{name: getattr(connection, name) for name in names},
        "created_at": stamp(connection.created_at),
        "signing": [sealed(one) for one in connection.signing],
        "access": sealed(connection.access) if connection.access else None,
        "settings": dict(connection.settings),
        "removed_at": stamp(removed) if removed else None,
    }


def from_item(item: Mapping[str, Any]) -> Connection:
    names = ("connection_id", "company_id", "label", "link_id", "settings", "version")
    access = item.get("access")
    return Connection(
        **{name: item[name] for name in names},
        provider=Provider(item["provider"]),
        created_at=moment(item["created_at"]),
        signing=tuple(unsealed(one) for one in item["signing"]),
        access=unsealed(access) if access else None,
        removed_at=optional_moment(item.get("removed_at")),
    )


def found(item: Mapping[str, Any] | None) -> Connection:
    """Raises NotFound."""
    if item is None:
        raise NotFound("no such connection")
    return from_item(item)


def sealed(one: Sealed) -> dict[str, str]:
    times = {"until": one.until, "since": one.since}
    return {"text": one.text, **{name: stamp(at) for name, at in times.items() if at}}


def unsealed(kept: Mapping[str, str]) -> Sealed:
    """As it was, under its seal."""
    until, since = (optional_moment(kept.get(name)) for name in ("until", "since"))
    return Sealed(kept["text"], until, since)
