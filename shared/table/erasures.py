"""What makes somebody unknown: their registrations' data, what led to their file, the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from shared.domain.candidate_file import CandidateFile
from shared.domain.erasure import proof_kept_until
from shared.domain.errors import CandidateNotFound, Conflict
from shared.domain.ids import CandidateId, PersonKey, RegistrationId
from shared.domain.registers import month
from shared.domain.tokyo import day
from shared.table import file_item, finds, keys, marked
from shared.table.codec import stamp
from shared.table.commit import Table
from shared.table.complaints import Complaints
from shared.table.rights import RightsRequests
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import CandidateErased

REMEMBERED: Final = timedelta(days=90)
"""As long as a fact may be replayed: nobody is filed anew by an old one."""
OF_A_PERSON: Final = ("candidate", "visitor")
"""What a registration's item holds of somebody."""


@dataclass(frozen=True, slots=True)
class Erasures:
    table: Table

    def find(self, candidate_id: CandidateId) -> CandidateFile:
        """Raises CandidateNotFound."""
        item = self.table.get(keys.candidate_file(candidate_id))
        if item is None:
            raise CandidateNotFound("no such candidate")
        return file_item.from_item(item)

    def registration(self, registration_id: RegistrationId, now: datetime) -> None:
        """It goes on counting; whom it was about is gone."""
        self.table.commit(
            self.table.change(
                keys.registration(registration_id),
                put={"erased_at": stamp(now)},
                remove=OF_A_PERSON,
            )
        )

    def asked(self, name: str, now: datetime) -> None:
        """Of a request or a complaint, what was said. Raises Conflict."""
        if name.startswith(keys.COMPLAINT_PREFIX):
            return Complaints(self.table).forget(name, now)
        return RightsRequests(self.table).forget(name, now)

    def finish(self, file: CandidateFile, event: CandidateErased, now: datetime) -> None:
        """The last of it. Raises Conflict."""
        self.table.commit(
            self.table.replace(
                keys.candidate_file(file.candidate_id),
                file_item.remains(file),
                unless=lambda e: f"{e.name('version')} = {e.value(file.version)}",
                refusal=_meanwhile,
            ),
            *(self._nobodys(person, now) for person in file.persons),
            *self._leads_nowhere(file),
            *self._noted(file, now),
            *finds.of_candidate(self.table, file, None),
            self.table.outbox(event),
        )

    def _noted(self, file: CandidateFile, now: datetime) -> Iterator[Write]:
        """That it was done, and once more of this month; of whom, by an id that leads nowhere."""
        on, gone = month(day(now)), int(proof_kept_until(now).timestamp())
        values = {
            "at": stamp(now),
            "asked_at": stamp(file.erasing_since) if file.erasing_since else None,
            "files": 1 + len(file.merged_from),
            keys.EXPIRES: gone,
        }
        yield self.table.new(keys.erasure(on, stamp(now), file.candidate_id), values, _meanwhile)
        yield self.table.more(keys.erased(on), {"erased": 1}, {keys.EXPIRES: gone})

    def _nobodys(self, person: PersonKey, now: datetime) -> Write:
        until = now + REMEMBERED
        values = {"erased_at": stamp(now), keys.EXPIRES: int(until.timestamp())}
        return self.table.replace(
            keys.whose_file(person),
            values,
            unless=lambda e: e.name("candidate_id") + " <> " + e.value(""),
            refusal=_meanwhile,
        )

    def _leads_nowhere(self, file: CandidateFile) -> Iterator[Write]:
        mine = {file.candidate_id, *file.merged_from}
        wanted = [*map(keys.phone, file.phones), *map(keys.likeness, file.likenesses)]
        found = self.table.get_all(*wanted)
        for key, item in zip(wanted, found, strict=True):
            before = marked.names(item or {})
            if mine & {*before}:
                yield marked.left(self.table, key, before, mine, _meanwhile)


def _meanwhile(_: dict[str, Any]) -> Conflict:
    return Conflict("the candidate's file was changed meanwhile")
