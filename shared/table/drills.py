"""Breach drills, in the order they were noted. Only ever appended to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from shared.domain.drill import Drill, Touched, Window
from shared.domain.errors import NotFound
from shared.table import keys
from shared.table.codec import moment, stamp
from shared.table.commit import Table

TIMES = ("begin", "end", "learnt_at")


@dataclass(frozen=True, slots=True)
class Drills:
    table: Table

    def add(self, drill: Drill) -> None:
        self.table.commit(self.table.new(keys.drill(drill.drill_id), _to_item(drill)))

    def find(self, drill_id: str) -> Drill:
        """Raises NotFound."""
        item = self.table.get(keys.drill(drill_id))
        if item is None:
            raise NotFound("no such drill")
        return _from_item(item)

    def page(self, *, limit: int, after: str | None) -> tuple[Sequence[Drill], str | None]:
        """Newest first."""
        items, following = self.table.page(
            keys.DRILLS, keys.DRILL_PREFIX, limit=limit, after=after, newest=True
        )
        return [_from_item(item) for item in items], following


def _to_item(drill: Drill) -> dict[str, Any]:
    window = asdict(drill.window)
    said = {n: v for n, v in asdict(drill).items() if n not in ("window", "drill_id")}
    times = {name: stamp(window[name]) for name in TIMES}
    return {**said, **window, **times, "touched": list(window["touched"]), "at": stamp(drill.at)}


def _from_item(item: dict[str, Any]) -> Drill:
    window = Window(
        **{name: moment(item[name]) for name in TIMES},
        touched=tuple(Touched(name) for name in item["touched"]),
        meant_harm=item["meant_harm"],
    )
    names = ("by", "people", "companies", "minutes", "outcome")
    told = {name: item[name] for name in names}
    return Drill(item[keys.SORT], moment(item["at"]), window=window, **told)
