"""Register rows as items, and back. Every act writes attributes of its own into its row."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any, Final

from shared.domain.dealing import Dealing, Stay
from shared.domain.fee_row import FeeRow
from shared.domain.ids import RecommendationId
from shared.domain.register_rows import Ending, OrderRow, SeekerRow

INTRODUCED: Final = "introduced_"
JOINED: Final = "joined_"
DECLINED: Final = "declined_"
LEFT: Final = "left_"
REFUND: Final = "refund_"
STAY: Final = "stay_"
"""Each with the recommendation's id behind it."""


def to_item(row: SeekerRow | OrderRow | FeeRow) -> dict[str, Any]:
    """Days as text, and nothing that is not known."""
    said = {name: value for name, value in asdict(row).items() if name != "dealings"}
    plain = {name: str(v) if isinstance(v, date) else v for name, v in said.items()}
    return {name: value for name, value in plain.items() if value is not None}


def introduced(dealing: Dealing) -> dict[str, Any]:
    said = {"on": str(dealing.introduced_on), "other": dealing.other}
    if dealing.indefinite is not None:
        said["term"] = "indefinite" if dealing.indefinite else "fixed"
    return {f"{INTRODUCED}{dealing.recommendation_id}": said}


def to_seeker(item: Mapping[str, Any]) -> SeekerRow:
    ending = item.get("ending")
    return SeekerRow(
        **{
            **_fields(SeekerRow, item),
            "ending": Ending(ending) if ending else None,
            "dealings": _dealings(item),
        }
    )


def to_order(item: Mapping[str, Any]) -> OrderRow:
    return OrderRow(**{**_fields(OrderRow, item), "dealings": _dealings(item)})


def to_fee(item: Mapping[str, Any]) -> FeeRow:
    return FeeRow(**_fields(FeeRow, item))


def _fields(row: type[SeekerRow | OrderRow | FeeRow], item: Mapping[str, Any]) -> dict[str, Any]:
    known = {field.name: item[field.name] for field in fields(row) if field.name in item}
    return {n: date.fromisoformat(v) if n.endswith("_on") else v for n, v in known.items()}


def _dealings(item: Mapping[str, Any]) -> tuple[Dealing, ...]:
    """In the order of their names: they were asked for in that order."""
    names = sorted(n.removeprefix(INTRODUCED) for n in item if n.startswith(INTRODUCED))
    return tuple(_dealing(RecommendationId(name), item) for name in names)


def _dealing(name: RecommendationId, item: Mapping[str, Any]) -> Dealing:
    shown, left = item[f"{INTRODUCED}{name}"], item.get(f"{LEFT}{name}", {})
    stay, term = item.get(f"{STAY}{name}"), shown.get("term")
    return Dealing(
        recommendation_id=name,
        introduced_on=date.fromisoformat(shown["on"]),
        other=shown["other"],
        indefinite=term == "indefinite" if term else None,
        joined_on=_day(item.get(f"{JOINED}{name}")),
        declined_on=_day(item.get(f"{DECLINED}{name}")),
        left_on=_day(left.get("on")),
        restored=left.get("restored", False),
        refund_jpy=item.get(f"{REFUND}{name}"),
        stay=Stay(stay) if stay else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
