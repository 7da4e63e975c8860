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
        ids = [CompanyId(seat.of) for seat in at_companies]
        wanted = [keys.member(person), keys.whose_file(person)]
        wanted += [keys.company(company_id) for company_id in ids]
        wanted += [keys.company_member(company_id, person) for company_id in ids]
        member, whose, *found = self.table.get_all(*wanted)
        companies, members = found[: len(ids)], found[len(ids) :]
        return [
            *_at_companies(at_companies, companies, members),
            *_at_the_agency(member),
            *self._as_candidate(whose),
        ]

    def seen(self, person: PersonKey, places: Sequence[Place], now: datetime) -> list[Write]:
        """That they came, in the roles they have; for the transaction that opens their session."""
        seen = CompanyMembers(self.table).seen
        return [
            seen(CompanyId(p.seat.of), person, p.seat.role or "", now, is_new=p.is_new)
            for p in places
            if p.company
        ]

    def _as_candidate(self, whose: Item) -> Iterator[Place]:
        """Who withdrew still reads, exports and erases what is theirs."""
        if whose is None:
            return
        try:
            file = CandidateFiles(self.table).find(CandidateId(whose["candidate_id"]))
        except CandidateNotFound:
            return
        if not file.is_gone:
            yield Place(Seat(Kind.CANDIDATE, file.candidate_id))


def _at_companies(
    seats: Sequence[Seat], companies: Sequence[Item], members: Sequence[Item]
) -> Iterator[Place]:
    for seat, company, member in zip(seats, companies, members, strict=True):
        if company and member:
            is_new = not member.get("seen_at")
            yield Place(seat, company_item.from_item(company), is_new)


def _at_the_agency(member: Item) -> Iterator[Place]:
    if member:
        yield Place(Seat(Kind.AGENCY, AGENCY, member["role"]))
