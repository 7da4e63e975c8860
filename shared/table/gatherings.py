"""Figures as they gather: exact, and no company's to read; with each what shows of it now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from shared.domain.errors import Conflict, RelayError
from shared.domain.figures import ALL, NAMES, Gathered, Gathering, Known
from shared.domain.ids import CompanyId, LinkId, RegistrationId
from shared.table import keys
from shared.table.commit import Table
from shared.table.writes import Write

ON = "_on"


def _moved(_: object) -> RelayError:
    return Conflict("the figures moved on while we were adding")


@dataclass(frozen=True, slots=True)
class Gatherings:
    table: Table

    def known(self, company_id: CompanyId, registration_id: RegistrationId) -> Known:
        """A registration nobody verified may be gone by now: it is one of all links then."""
        found = self.table.get(keys.registration(registration_id))
        link_id = LinkId(found["link_id"]) if found else None
        scopes = [ALL, *([link_id] if link_id else [])]
        seen, *items = self.table.get_all(
            keys.figured(registration_id), *(keys.gathered(company_id, s) for s in scopes)
        )
        gathered = tuple(map(to_gathered, scopes, items))
        return Known(link_id, tuple(seen["steps"].split()) if seen else None, gathered)

    def add(
        self,
        company_id: CompanyId,
        registration_id: RegistrationId,
        before: tuple[str, ...] | None,
        gatherings: Sequence[Gathering],
    ) -> None:
        """All of it or none; twice is refused by what was added before. Raises Conflict."""
        self.table.commit(
            self._seen(registration_id, before, gatherings[0].names),
            *(self._gather(company_id, gathering) for gathering in gatherings),
            *(write for of in gatherings for write in self._show(company_id, of)),
        )

    def _seen(
        self, registration_id: RegistrationId, before: tuple[str, ...] | None, more: Sequence[str]
    ) -> Write:
        key = keys.figured(registration_id)
        if before is None:
            return self.table.new(key, {"steps": " ".join(more)}, _moved)
        put, guards = {"steps": " ".join((*before, *more))}, [("steps", "=", " ".join(before))]
        return self.table.change(key, guards=guards, put=put, refusal=_moved)

    def _gather(self, company_id: CompanyId, made: Gathering) -> Write:
        key, people = keys.gathered(company_id, made.before.scope), made.before.people
        days = {f"{name}{ON}": day.isoformat() for name, day in made.on.items()}
        if not made.before.exists:
            return self.table.new(key, {**dict.fromkeys(made.names, 1), **days}, _moved)
        return self.table.change(
            key,
            guards=[(name, "=", people[name]) for name in made.names if name in people],
            unset=[name for name in made.names if name not in people],
            put=days,
            add=dict.fromkeys(made.names, 1),
            refusal=_moved,
        )

    def _show(self, company_id: CompanyId, made: Gathering) -> Iterator[Write]:
        by_month = defaultdict[str, dict[str, int]](dict)
        for (name, day), more in made.shows.items():
            by_month[f"{day:%Y-%m}"][f"{name}_{day:%d}"] = more
        for month, cells in by_month.items():
            yield self.table.more(keys.figures(company_id, made.before.scope, month), cells)


def to_gathered(scope: str, item: Mapping[str, Any] | None) -> Gathered:
    if item is None:
        return Gathered(scope, exists=False)
    people = {name: item[name] for name in NAMES if name in item}
    on = {name: date.fromisoformat(item[f"{name}{ON}"]) for name in people}
    return Gathered(scope, people, on)
