"""A company as the agency's people look at it, in three requests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from shared.domain.admission import Admission, ScreeningNote
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.ledger import Head
from shared.domain.link import Link
from shared.domain.milestone import Tally
from shared.table import head_item, keys, tally_item
from shared.table.admissions import admission
from shared.table.commit import Table
from shared.table.links import Links
from shared.table.screening_notes import ScreeningNotes

LINKS: Final = 10
"""The newest; a company that has more has a page of them."""
NOTES: Final = 30


@dataclass(frozen=True, slots=True)
class Dossier:
    """
    Args:
        notes: newest first; `names` of those who wrote them, by `who`; `following`: where those
            before them begin.
        more_links: there are others than these.
    """

    admission: Admission
    tally: Tally
    head: Head
    notes: Sequence[ScreeningNote]
    following: str | None
    names: Mapping[str, str]
    links: Sequence[Link]
    more_links: bool


@dataclass(frozen=True, slots=True)
class Dossiers:
    table: Table

    def of(self, company_id: CompanyId, after: str | None = None) -> Dossier:
        """`after`: the note before those to show. Raises CompanyNotFound."""
        written = ScreeningNotes(self.table)
        notes, older = written.page(company_id, limit=NOTES, after=after)
        links, more = Links(self.table).page(company_id, limit=LINKS, after=None, newest=True)
        who = sorted({note.who for note in notes})
        company, tally, head, *people = self.table.get_all(
            keys.company(company_id),
            keys.tally(company_id),
            keys.head(company_id),
            *(keys.member(PersonKey(one)) for one in who),
        )
        return Dossier(
            admission=admission(company),
            tally=tally_item.from_item(company_id, tally),
            head=head_item.from_item(company_id, head),
            notes=notes,
            following=older,
            names={one: item["name"] for one, item in zip(who, people, strict=True) if item},
            links=links,
            more_links=more is not None,
        )
