"""An application's item, written and read: references and times, nothing of the person."""

from collections.abc import Mapping
from typing import Any, Final

from shared.domain.application import Application
from shared.domain.ats_event import Stage
from shared.table.codec import optional_moment, stamp

_NAMES: Final = (
    *("application_id", "company_id", "connection_id"),
    *("application_ref", "candidate_ref", "confidential"),
)
_TIMES: Final = (
    "created_at",
    "rejected_at",
    "unrejected_at",
    "hired_at",
    "erased_at",
    "removed_at",
)


def to_item(application: Application) -> dict[str, Any]:
    times = {name: getattr(application, name) for name in _TIMES}
    return {
        **{name: getattr(application, name) for name in _NAMES},
        **{name: stamp(at) if at else None for name, at in times.items()},
        "stage": str(application.stage),
    }


def from_item(item: Mapping[str, Any]) -> Application:
    named: dict[str, Any] = {name: item[name] for name in _NAMES}
    times: dict[str, Any] = {name: optional_moment(item.get(name)) for name in _TIMES}
    return Application(**named, **times, stage=Stage(item["stage"]))
