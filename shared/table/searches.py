"""What a name, an address or a number leads to, in three requests at most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from shared.domain.candidate_file import CandidateFile
from shared.domain.company import Company
from shared.domain.finding import Kind
from shared.domain.ids import CandidateId, CompanyId, JobOrderId, PersonKey
from shared.domain.job_order import JobOrder
from shared.table import company_item, file_item, finds, job_order_item, keys, marked
from shared.table.commit import Table

MOST: Final = 30
"""Of one page; an order is read with its company, and a transaction reads a hundred."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """A job order, and who asks for it."""

    order: JobOrder
    company_name: str


type Found = CandidateFile | Company | Ordered


@dataclass(frozen=True, slots=True)
class Searches:
    table: Table

    def by_beginning(self, found: str, *, after: str | None) -> tuple[list[Found], str | None]:
        """Candidates before companies before job orders, each oldest first."""
        items, following = self.table.page(
            keys.finding(found), keys.FOUND_PREFIX, limit=MOST, after=after
        )
        names = [item[keys.SORT].removeprefix(keys.FOUND_PREFIX) for item in items]
        return self._read(names), following

    def by_address(self, person: PersonKey) -> list[Found]:
        """Whose address it is as a candidate, and at which companies."""
        [whose] = self.table.get_all(keys.whose_file(person))
        seats, _ = self.table.page(
            keys.seats(person), keys.COMPANY_PREFIX, limit=MOST - 1, after=None
        )
        names = [finds.company(seat["company_id"]) for seat in seats]
        if whose and (candidate_id := whose.get("candidate_id")):
            names.insert(0, finds.candidate(candidate_id))
        return self._read(names)

    def by_phone(self, phone: str) -> list[Found]:
        """`phone` as a keyed hash."""
        [item] = self.table.get_all(keys.phone(phone))
        return self._read([finds.candidate(name) for name in marked.names(item or {})])

    def _read(self, names: Sequence[str]) -> list[Found]:
        """Those that are there."""
        wanted = [key for name in names for key in _keys(name)]
        items = dict(zip(wanted, self.table.get_all(*wanted), strict=True))
        return [one for name in names for one in _found(*map(items.get, _keys(name)))]


def _keys(name: str) -> tuple[keys.Key, ...]:
    kind, _, of = name.partition("#")
    match kind:
        case Kind.CANDIDATE:
            return (keys.candidate_file(CandidateId(of)),)
        case Kind.COMPANY:
            return (keys.company(CompanyId(of)),)
    company_id, _, job_order_id = of.partition("#")
    asks = CompanyId(company_id)
    return keys.company(asks), keys.job_order(asks, JobOrderId(job_order_id))


def _found(first: dict[str, Any] | None, *rest: dict[str, Any] | None) -> Iterator[Found]:
    """Nobody who was erased, or is another's file by now."""
    if first is None:
        return
    if "candidate_id" in first:
        file = file_item.from_item(first)
        if not file.is_gone and file.merged_into is None:
            yield file
    elif not rest:
        yield company_item.from_item(first)
    elif rest[0]:
        yield Ordered(job_order_item.from_item(rest[0]), first["name"])
