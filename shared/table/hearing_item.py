"""The items of a delivery and of how a connection goes, written and read: nobody's data."""

from collections.abc import Mapping
from typing import Any, Final

from shared.domain.connection_health import Health
from shared.domain.listed import KEPT, Listed, Outcome, Seen
from shared.table import keys
from shared.table.codec import moment, optional_moment, stamp

_NAMES: Final = ("delivery_id", "connection_id", "reason", "what", "application_id")
_TIMES: Final = ("heard_at", "refused_at", "trouble_at", "told_at")


def to_item(listed: Listed) -> dict[str, Any]:
    return {
        **{name: getattr(listed, name) for name in _NAMES},
        "received_at": stamp(listed.received_at),
        "outcome": str(listed.outcome),
        **_expires(listed),
    }


def from_item(item: Mapping[str, Any]) -> Listed:
    named: dict[str, Any] = {name: item.get(name) for name in _NAMES}
    return Listed(
        **named,
        received_at=moment(item["received_at"]),
        outcome=Outcome(item["outcome"]),
        repeats=item.get("repeats", 0),
        repeated_at=optional_moment(item.get("repeated_at")),
    )


def seen_values(listed: Listed) -> dict[str, Any]:
    """`until`: asked, where time to live only tidies up."""
    return {
        "delivery_id": listed.delivery_id,
        "received_at": stamp(listed.received_at),
        "until": stamp(listed.received_at + KEPT),
        **_expires(listed),
    }


def to_seen(item: Mapping[str, Any]) -> Seen:
    return Seen(item["delivery_id"], moment(item["received_at"]))


def _expires(listed: Listed) -> dict[str, Any]:
    return {keys.EXPIRES: int((listed.received_at + KEPT).timestamp())}


def health_values(health: Health) -> dict[str, Any]:
    times = {name: getattr(health, name) for name in _TIMES}
    return {
        **{name: stamp(at) if at else None for name, at in times.items()},
        "refusals": health.refusals,
        "refused_why": health.refused_why,
        "trouble": health.trouble,
    }


def to_health(item: Mapping[str, Any]) -> Health:
    times: dict[str, Any] = {name: optional_moment(item.get(name)) for name in _TIMES}
    why, trouble = item.get("refused_why"), item.get("trouble")
    return Health(**times, refusals=item["refusals"], refused_why=why, trouble=trouble)
