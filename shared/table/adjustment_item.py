"""An adjustment as an item, and back."""

from dataclasses import asdict
from typing import Any

from shared.domain.adjustment import Adjustment, AdjustmentState
from shared.table.codec import moment, optional_moment, stamp

_TIMES = ("approved_at", "rejected_at", "expires_at")


def to_item(adjustment: Adjustment) -> dict[str, Any]:
    values = asdict(adjustment)
    times = ("proposed_at", *_TIMES)
    return values | {name: stamp(values[name]) for name in times if values[name]}


def from_item(item: dict[str, Any]) -> Adjustment:
    kept = {k: v for k, v in item.items() if k in Adjustment.__dataclass_fields__}
    return Adjustment(
        **{
            **kept,
            "state": AdjustmentState(item["state"]),
            "proposed_at": moment(item["proposed_at"]),
            **{name: optional_moment(item.get(name)) for name in _TIMES},
        }
    )
