"""Figures: what gathers, exact and read by `tabulate` alone, and what shows, by scope and month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Final

from shared.domain.company import Company
from shared.domain.errors import CompanyNotFound, Conflict, LinkNotFound, RelayError
from shared.domain.figures import ALL, NAMES, Cell, Gathered, Gathering, Known
from shared.domain.ids import CompanyId, LinkId, RegistrationId
from shared.domain.link import Link
from shared.domain.series import Days
from shared.table import company_item, keys
from shared.table.commit import Table
from shared.table.links import to_link
from shared.table.writes import Write

ON = "_on"
AT_ONCE: Final = 100
"""Items in one request, at most: DynamoDB's limit."""


def _moved(_: object) -> RelayError:
    return Conflict("the figures moved on while we were adding")


@dataclass(frozen=True, slots=True)
class Figures:
    table: Table

    def known(self, company_id: CompanyId, registration_id: RegistrationId) -> Known:
        """A registration nobody verified may be gone by now: it is one of all links then."""
        found = self.table.get(keys.registration(registration_id))
        link_id = LinkId(found["link_id"]) if found else None
        scopes = [ALL, *([link_id] if link_id else [])]
        seen, *items = self.table.get_all(
            keys.figured(registration_id), *(keys.gathered(company_id, s) for s in scopes)
        )
        gathered = tuple(map(_gathered, scopes, items))
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

    def shown(
        self, company_id: CompanyId, link_id: LinkId | None, days: Days
    ) -> tuple[Company, Link | None, dict[Cell, int]]:
        """In one request, whatever the days. Raises CompanyNotFound, LinkNotFound."""
        months = [*days.months()]
        wanted = [keys.figures(company_id, link_id or ALL, month) for month in months]
        named = [keys.link(company_id, link_id)] if link_id else []
        company, *items = self.table.get_all(keys.company(company_id), *wanted, *named)
        link = items.pop() if link_id else None
        if company is None:
            raise CompanyNotFound("no such company")
        if link_id and link is None:
            raise LinkNotFound("no such link")
        cells = _all_cells(months, items)
        return company_item.from_item(company), to_link(link) if link else None, cells

    def of_links(
        self, company_id: CompanyId, links: Sequence[LinkId], days: Days
    ) -> tuple[Company, dict[Cell, int], list[tuple[Link, dict[Cell, int]]]]:
        """All together, and each of these, in one request; no more of them than `fitting`.

        A link that is not there is left out. Raises CompanyNotFound.
        """
        months = [*days.months()]
        wanted = [[keys.figures(company_id, scope, m) for m in months] for scope in (ALL, *links)]
        named = [keys.company(company_id), *(keys.link(company_id, link) for link in links)]
        found = iter(self.table.get_all(*named, *(key for scope in wanted for key in scope)))
        company, *kept = islice(found, len(named))
        if company is None:
            raise CompanyNotFound("no such company")
        together, *each = ([*islice(found, len(months))] for _ in wanted)
        by_link = [
            (to_link(link), _all_cells(months, items))
            for link, items in zip(kept, each, strict=True)
            if link
        ]
        return company_item.from_item(company), _all_cells(months, together), by_link


def fitting(days: Days) -> int:
    """How many links' figures of these days one request reads, beside those of all together."""
    months = len([*days.months()])
    return (AT_ONCE - 1 - months) // (months + 1)


def _gathered(scope: str, item: Mapping[str, Any] | None) -> Gathered:
    if item is None:
        return Gathered(scope, exists=False)
    people = {name: item[name] for name in NAMES if name in item}
    on = {name: date.fromisoformat(item[f"{name}{ON}"]) for name in people}
    return Gathered(scope, people, on)


def _all_cells(months: Sequence[str], items: Sequence[Mapping[str, Any] | None]) -> dict[Cell, int]:
    return {
        cell: people
        for month, item in zip(months, items, strict=True)
        for cell, people in _cells(month, item or {}).items()
    }


def _cells(month: str, item: Mapping[str, Any]) -> dict[Cell, int]:
    """A month's fields are named `<figure>_<day>`."""
    split = ((name.rpartition("_"), people) for name, people in item.items())
    return {
        (name, date.fromisoformat(f"{month}-{day}")): people
        for (name, _, day), people in split
        if name in NAMES
    }
