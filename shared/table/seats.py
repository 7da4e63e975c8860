"""All the seats of somebody who signs in: at companies, at the agency, as a candidate."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from shared.domain.errors import CandidateNotFound
from shared.domain.ids import CandidateId, CompanyId, PersonKey
from shared.domain.seat import Kind, Seat
from shared.domain.seating import Place
from shared.table import company_item, keys
from shared.table.candidate_files import CandidateFiles
from shared.table.commit import Table
from shared.table.company_members import CompanyMembers
from shared.table.members import Members
from shared.table.writes import Write

AGENCY: Final = "agency"
"""There is one."""
type Item = dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Seats:
    table: Table

    def of(self, person: PersonKey) -> list[Place]:
        """Four requests at most."""
        at_companies = CompanyMembers(self.table).seats(person)
        wanted = [keys.member(person), keys.whose_file(person), *_asked(at_companies, person)]
        member, whose, *found = self.table.get_all(*wanted)
        return [
            *_at_companies(at_companies, found),
            *_at_the_agency(member),
            *self._as_candidate(whose),
        ]

    def at_companies(self, person: PersonKey) -> list[Place]:
        """Two requests."""
        seats = CompanyMembers(self.table).seats(person)
        return list(_at_companies(seats, self.table.get_all(*_asked(seats, person))))

    def seen(self, person: PersonKey, places: Sequence[Place], now: datetime) -> list[Write]:
        """That they came, in the roles they have; for the transaction that opens their session."""
        seen = CompanyMembers(self.table).seen
        at_companies = [
            seen(CompanyId(p.seat.of), person, p.seat.role or "", now, is_new=p.is_new)
            for p in places
            if p.company
        ]
        at_the_agency = [
            Members(self.table).seen(person, p.seat.role or "", now)
            for p in places
            if p.seat.kind is Kind.AGENCY
        ]
        return [*at_companies, *at_the_agency]

    def _as_candidate(self, whose: Item) -> Iterator[Place]:
        """Who withdrew still reads, exports and erases what is theirs."""
        if whose is None or "candidate_id" not in whose:  # erased, or moved away
            return
        try:
            file = CandidateFiles(self.table).find(CandidateId(whose["candidate_id"]))
        except CandidateNotFound:
            return
        if not file.is_gone:
            yield Place(Seat(Kind.CANDIDATE, file.candidate_id))


def _asked(seats: Sequence[Seat], person: PersonKey) -> list[keys.Key]:
    ids = [CompanyId(seat.of) for seat in seats]
    return [*map(keys.company, ids), *(keys.company_member(of, person) for of in ids)]


def _at_companies(seats: Sequence[Seat], found: Sequence[Item]) -> Iterator[Place]:
    """`found`: as asked."""
    companies, members = found[: len(seats)], found[len(seats) :]
    for seat, company, member in zip(seats, companies, members, strict=True):
        if company and member:
            is_new = not member.get("seen_at")
            yield Place(seat, company_item.from_item(company), is_new)


def _at_the_agency(member: Item) -> Iterator[Place]:
    if member:
        yield Place(Seat(Kind.AGENCY, AGENCY, member["role"]))
