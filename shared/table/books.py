"""Companies' books, read while the companies go on counting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import batched
from typing import Any

from shared.domain.books import Figures, Grounds
from shared.domain.ids import CompanyId
from shared.table import hire_items, keys
from shared.table.codec import moment
from shared.table.commit import Table
from shared.table.relays import AT_ONCE, edge
from shared.table.shelf import Shelf, reading

AHEAD = timedelta(days=1)
"""A month may end while it is read."""


@dataclass(frozen=True, slots=True)
class Books:
    table: Table

    def companies(self) -> Iterator[CompanyId]:
        """Every company ever let in."""
        for item in self.table.by_company(keys.COMPANIES):
            yield CompanyId(item[keys.PARTITION].removeprefix(keys.COMPANY_PREFIX))

    def read(self, company_id: CompanyId, now: datetime) -> tuple[Grounds, Figures] | None:
        """None where the company moved meanwhile: every change of its books moves one of the two.

        Index `by_company` may lag a moment behind, so a difference is one only when it stays.

        Raises:
            ValueError: an item lacks what it must have.
        """
        before = self._tally_and_head(company_id)
        shelf = Shelf(company_id)
        for item in self.table.partition(keys.of_company(company_id)):
            shelf.put(item)
        for month in self._months(shelf, now):
            for registration in self.table.by_company(month):
                shelf.note(registration)
        self._look_beside(shelf)
        return shelf.books() if before == self._tally_and_head(company_id) else None

    def _look_beside(self, shelf: Shelf) -> None:
        """The hires' rows of the fee register, and the edges' other ends."""
        with reading(shelf.company_id):
            hires, edges = [*shelf.hires()], [*shelf.edges()]
        for hire, row in zip(hires, self._found(map(hire_items.fee, hires)), strict=True):
            shelf.fees += [(hire, row)] if row else []
        far = (hire_items.far_end(shelf.company_id, mine) for mine in edges)
        for mine, end in zip(edges, self._found(far), strict=True):
            shelf.far_ends |= {mine: edge(end)} if end else {}

    def _found(self, wanted: Iterable[keys.Key]) -> Iterator[dict[str, Any] | None]:
        for some in batched(wanted, AT_ONCE, strict=False):
            yield from self.table.get_all(*some)

    def _tally_and_head(self, company_id: CompanyId) -> list[dict[str, Any] | None]:
        return [self.table.get(key(company_id)) for key in (keys.tally, keys.head)]

    def _months(self, shelf: Shelf, now: datetime) -> Iterator[str]:
        company = shelf.items.get(keys.company(shelf.company_id).sk, {})
        since = moment(company["created_at"]) if "created_at" in company else now
        return keys.company_months(shelf.company_id, since, now + AHEAD)
