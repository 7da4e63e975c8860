"""Rows of a file, a hundred at a time: read together, each heard by itself, by several hands."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from shared.ats.csv_import.happenings import happening
from shared.ats.csv_import.row import Row
from shared.contracts.events import Event
from shared.domain.applicant import Applicant, Kept
from shared.domain.application import Application
from shared.domain.company import Company
from shared.domain.connection import Connection
from shared.domain.happening import Happening
from shared.domain.ids import ApplicationId, CompanyId, ConnectionId, LinkId, Slug
from shared.domain.link import Doorway, Link
from shared.hearing import About, Ears, step
from shared.ports.applications import Applications
from shared.ports.importing import Known

AT_ONCE: Final = 100
"""As many as one request reads."""
HANDS: Final = 4
"""About 200 rows a second; one partition of the table takes 500 of such transactions."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """Applications, of which some were read before: each of these is found once without asking."""

    applications: Applications
    read: dict[ApplicationId, Kept | None]

    def find(
        self, connection_id: ConnectionId, application_id: ApplicationId, candidate_ref: str = ""
    ) -> tuple[Kept | None, Applicant | None]:
        if application_id in self.read:
            return self.read.pop(application_id), None
        return self.applications.find(connection_id, application_id, candidate_ref)

    def applicant(self, connection_id: ConnectionId, candidate_ref: str) -> Applicant:
        return self.applications.applicant(connection_id, candidate_ref)

    def step(
        self,
        before: Kept | None,
        after: Application,
        *,
        who: Applicant | None,
        doorway: Doorway | None,
        fact: Event | None,
    ) -> None:
        self.applications.step(before, after, who=who, doorway=doorway, fact=fact)

    def erased(self, who: Applicant, at: datetime) -> None:
        self.applications.erased(who, at)


@dataclass(frozen=True, slots=True)
class Asked:
    """A company with its link, asked for once."""

    found: tuple[Company, Link]

    def with_company(self, company_id: CompanyId, link_id: LinkId) -> tuple[Company, Link]:
        return self.found


@dataclass(frozen=True, slots=True)
class Rows:
    """
    Args:
        imported_at: when what has no time in the file was heard.
        hands: 1: one row after another.
    """

    connection: Connection
    imported_at: datetime
    ears: Ears
    known: Known
    hands: int = HANDS

    def hear(self, rows: Sequence[Row]) -> int:
        """How many were news. Raises Conflict: others wrote four times meanwhile."""
        kept = self.kept(rows)
        said = [(name, self._news(row, name, kept[name])) for row, name in self._named(rows)]
        news = [(About(name), heard) for name, heard in said if heard]
        if news:
            self._spread(news, kept)
        return len(news)

    def kept(self, rows: Sequence[Row]) -> dict[ApplicationId, Kept | None]:
        names = [name for _, name in self._named(rows)]
        found = self.known.several(self.connection.connection_id, names)
        return dict(zip(names, found, strict=True))

    def linked(self, rows: Sequence[Row]) -> list[tuple[str, Slug]]:
        """Each reference with its link, where it has one that opens something, or will."""
        kept = self.kept(rows)
        found = [(row.reference, kept[name]) for row, name in self._named(rows)]
        return [(ref, one.slug) for ref, one in found if one and one.slug and _opens(one)]

    def _named(self, rows: Sequence[Row]) -> list[tuple[Row, ApplicationId]]:
        """The company's own reference goes no further than this hash of it."""
        of = self.connection.connection_id
        return [(row, self.ears.naming.application(of, row.reference)) for row in rows]

    def _news(self, row: Row, name: ApplicationId, kept: Kept | None) -> Happening | None:
        mine = self.connection
        bare = Application(name, mine.company_id, mine.connection_id)
        return happening(row, kept.application if kept else bare, self.imported_at)

    def _spread(
        self,
        news: Sequence[tuple[About, Happening]],
        kept: dict[ApplicationId, Kept | None],
    ) -> None:
        link = Asked(
            self.ears.links.with_company(self.connection.company_id, self.connection.link_id)
        )
        ears = replace(self.ears, applications=Ahead(self.ears.applications, kept), links=link)

        def one(said: tuple[About, Happening]) -> None:
            step(self.connection, *said, ears=ears)

        with ThreadPoolExecutor(self.hands) as hands:
            for _ in hands.map(one, news):
                pass


def _opens(kept: Kept) -> bool:
    return kept.application.mints
