"""Figures as they show: by scope and month, read by their company."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Final

from shared.domain.company import Company
from shared.domain.figures import ALL, NAMES, Cell
from shared.domain.ids import CompanyId, LinkId
from shared.domain.link import Link
from shared.domain.series import Days
from shared.table import company_item, keys
from shared.table.commit import Table
from shared.table.links import found, to_link

AT_ONCE: Final = 100
"""Items in one request, at most: DynamoDB's limit."""


@dataclass(frozen=True, slots=True)
class Figures:
    table: Table

    def shown(
        self, company_id: CompanyId, link_id: LinkId | None, days: Days
    ) -> tuple[Company, Link | None, dict[Cell, int]]:
        """In one request, whatever the days. Raises CompanyNotFound, LinkNotFound."""
        months = [*days.months()]
        wanted = [keys.figures(company_id, link_id or ALL, month) for month in months]
        named = [keys.link(company_id, link_id)] if link_id else []
        company, *items = self.table.get_all(keys.company(company_id), *wanted, *named)
        link = items.pop() if link_id else None
        owner, cells = company_item.found(company), _all_cells(months, items)
        return owner, found(link) if link_id else None, cells

    def of_links(
        self, company_id: CompanyId, links: Sequence[LinkId], days: Days
    ) -> tuple[Company, dict[Cell, int], list[tuple[Link, dict[Cell, int]]]]:
        """All together, and each of these, in one request; no more of them than `fitting`.

        A link that is not there is left out. Raises CompanyNotFound.
        """
        months = [*days.months()]
        wanted = [[keys.figures(company_id, scope, m) for m in months] for scope in (ALL, *links)]
        named = [keys.company(company_id), *(keys.link(company_id, link) for link in links)]
        kept_in = iter(self.table.get_all(*named, *(key for scope in wanted for key in scope)))
        company, *kept = islice(kept_in, len(named))
        owner = company_item.found(company)
        together, *each = ([*islice(kept_in, len(months))] for _ in wanted)
        by_link = [
            (to_link(link), _all_cells(months, items))
            for link, items in zip(kept, each, strict=True)
            if link
        ]
        return owner, _all_cells(months, together), by_link


def fitting(days: Days) -> int:
    """How many links' figures of these days one request reads, beside those of all together."""
    months = len([*days.months()])
    return (AT_ONCE - 1 - months) // (months + 1)


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
