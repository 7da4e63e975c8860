"""Applications at companies' ATSs, who applied, and the doorways their links open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared.domain.applicant import Applicant, Kept
from shared.domain.application import Application
from shared.domain.errors import Conflict, RelayError
from shared.domain.ids import ApplicationId, ConnectionId
from shared.domain.link import Doorway
from shared.table import keys
from shared.table.application_item import from_item, to_item
from shared.table.codec import optional_moment, stamp
from shared.table.commit import Table
from shared.table.links import doorway_values
from shared.table.versions import swapped
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import Event


def _moved(_: dict[str, Any]) -> RelayError:
    return Conflict("this application changed meanwhile")


@dataclass(frozen=True, slots=True)
class Applications:
    table: Table

    def find(
        self, connection_id: ConnectionId, application_id: ApplicationId, candidate_ref: str = ""
    ) -> tuple[Kept | None, Applicant | None]:
        """What is kept of it, and of who applied where that is said. One request."""
        asked = [keys.application(connection_id, application_id)]
        asked += [keys.applicant(connection_id, candidate_ref)] if candidate_ref else []
        item, *who = self.table.get_all(*asked)
        kept = _to_kept(item)
        return kept, _applicant(connection_id, candidate_ref, who[0]) if who else None

    def applicant(self, connection_id: ConnectionId, candidate_ref: str) -> Applicant:
        """Also one nobody heard of."""
        found = self.table.get(keys.applicant(connection_id, candidate_ref))
        return _applicant(connection_id, candidate_ref, found)

    def step(
        self,
        before: Kept | None,
        after: Application,
        *,
        who: Applicant | None,
        doorway: Doorway | None,
        fact: Event | None,
    ) -> None:
        """What was heard, with all that follows from it. Raises Conflict.

        Args:
            who: as it was read. The application is one of theirs from now on.
            doorway: a new one, where the application has none and may be given one.
            fact: what is said aloud.
        """
        self.table.commit(
            self._kept(before, after, doorway),
            *self._theirs(after, who),
            *self._door(before, after, doorway),
            *([self.table.outbox(fact)] if fact else []),
        )

    def erased(self, who: Applicant, at: datetime) -> None:
        """From now on whatever comes of this person is forgotten at once. Raises Conflict."""
        self.table.commit(self._applicant(replace(who, erased_at=at)))

    def several(
        self, connection_id: ConnectionId, names: Sequence[ApplicationId]
    ) -> Sequence[Kept | None]:
        """What is kept of each, in their order: 100 at most, one request."""
        wanted = [keys.application(connection_id, name) for name in names]
        return [_to_kept(item) for item in self.table.get_all(*wanted)]

    def _kept(self, before: Kept | None, after: Application, doorway: Doorway | None) -> Write:
        key = keys.application(after.connection_id, after.application_id)
        values = {**to_item(after), "slug": doorway.slug if doorway else before and before.slug}
        if before is None:
            return self.table.new(key, {**values, "version": 1}, _moved)
        return swapped(self.table, key, before.version, values, _moved)

    def _theirs(self, after: Application, who: Applicant | None) -> Iterator[Write]:
        if who and after.application_id not in who.applications:
            more = replace(who, applications=(*who.applications, after.application_id))
            yield self._applicant(more)

    def _applicant(self, who: Applicant) -> Write:
        values = {
            "applications": list(who.applications),
            "erased_at": stamp(who.erased_at) if who.erased_at else None,
        }
        key = keys.applicant(who.connection_id, who.candidate_ref)
        if not who.version:
            return self.table.new(key, {**values, "version": 1}, _moved)
        return swapped(self.table, key, who.version, values, _moved)

    def _door(
        self, before: Kept | None, after: Application, doorway: Doorway | None
    ) -> Iterator[Write]:
        if doorway:
            own = doorway_values(replace(doorway, is_candidates=True))
            yield self.table.new(keys.doorway(doorway.slug), own, _moved)
        elif before and before.slug and before.application.link_state is not after.link_state:
            yield self.table.change(keys.doorway(before.slug), put={"state": after.link_state})


def _applicant(
    connection_id: ConnectionId, candidate_ref: str, item: dict[str, Any] | None
) -> Applicant:
    found = item or {"applications": [], "version": 0}
    theirs = tuple(ApplicationId(one) for one in found["applications"])
    gone = optional_moment(found.get("erased_at"))
    return Applicant(connection_id, candidate_ref, theirs, gone, found["version"])


def _to_kept(item: dict[str, Any] | None) -> Kept | None:
    return Kept(from_item(item), item["version"], item.get("slug")) if item else None
