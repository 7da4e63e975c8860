"""How far a connection was read: the item, written and read."""

from collections.abc import Mapping
from typing import Any

from shared.domain.asked import Asked
from shared.domain.ids import ConnectionId
from shared.domain.watermark import Pass, Watermark
from shared.table.codec import moment, optional_moment, stamp


def to_item(asked: Asked) -> dict[str, Any]:
    """`version` is who swaps' affair."""
    mark, wait = asked.mark, asked.not_before
    return {
        "connection_id": asked.connection_id,
        "read_to": stamp(mark.read_to),
        "swept_at": stamp(mark.swept_at),
        "broken_off": _broken(mark.broken_off) if mark.broken_off else None,
        "not_before": stamp(wait) if wait else None,
    }


def from_item(item: Mapping[str, Any]) -> Asked:
    broken = item.get("broken_off")
    mark = Watermark(
        moment(item["read_to"]), moment(item["swept_at"]), _pass(broken) if broken else None
    )
    name = ConnectionId(item["connection_id"])
    return Asked(name, mark, optional_moment(item.get("not_before")), item["version"])


def _broken(off: Pass) -> dict[str, Any]:
    heeds = {"heeds_from": stamp(off.heeds_from)} if off.heeds_from else {}
    return {
        "began_at": stamp(off.began_at),
        "reads_from": stamp(off.reads_from),
        "page": off.page,
        **heeds,
    }


def _pass(kept: Mapping[str, Any]) -> Pass:
    began, reads = moment(kept["began_at"]), moment(kept["reads_from"])
    return Pass(began, reads, optional_moment(kept.get("heeds_from")), kept["page"])
