"""An import's item, written and read: numbers, and until it is over what was said of columns."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from shared.domain.file_import import FileImport, ImportState, Told
from shared.table.codec import moment, optional_moment, stamp

_NAMES: Final = (
    *("import_id", "connection_id", "company_id"),
    *("rows", "gone_over", "links", "counts", "reason"),
)
_TIMES: Final = ("made_at", "confirmed_at", "over_at")


def to_item(one: FileImport) -> dict[str, Any]:
    times = {name: getattr(one, name) for name in _TIMES}
    return {
        **{name: getattr(one, name) for name in _NAMES},
        **{name: stamp(at) if at else None for name, at in times.items()},
        "counts": dict(one.counts),
        "state": str(one.state),
        "told": asdict(one.told) if one.told else None,
    }


def from_item(item: Mapping[str, Any]) -> FileImport:
    told = item.get("told")
    return FileImport(
        **{name: item[name] for name in _NAMES},
        made_at=moment(item["made_at"]),
        confirmed_at=optional_moment(item.get("confirmed_at")),
        over_at=optional_moment(item.get("over_at")),
        state=ImportState(item["state"]),
        told=Told(**told) if told else None,
        version=item["version"],
    )
