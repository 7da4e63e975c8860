"""Which candidates are to be asked how it goes: one item a file, moved on with each check-in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from shared.domain.candidate_file import CandidateFile
from shared.domain.check_in import EACH, CheckIn, Outcome, due_at
from shared.domain.errors import Conflict
from shared.domain.ids import CandidateId
from shared.table import keys
from shared.table.codec import due
from shared.table.commit import Table
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import CheckInDue

NONE_YET: Final = "none"


@dataclass(frozen=True, slots=True)
class CheckIns:
    table: Table

    def begun(self, file: CandidateFile) -> Write:
        """Beside a file that is opened."""
        values = {"passed": NONE_YET, **_due(file.candidate_id, due_at(EACH[0], file.opened_at))}
        return self.table.new(_key(file.candidate_id, file.candidate_id), values)

    def due(self, now: datetime) -> Iterator[CheckIn]:
        """As it was a moment ago."""
        for shard in range(keys.SHARDS):
            yield from map(_from_item, self.table.due(keys.check_in_shard(shard), now))

    def overdue_contacts(self, now: datetime) -> int:
        """Candidates an adviser was to write to before now."""
        return sum(1 for _ in self.table.due(keys.inbox(keys.Inbox.CONTACT), now))

    def move(
        self, before: CheckIn, outcome: Outcome, file: CandidateFile, event: CheckInDue | None
    ) -> None:
        """Said, or let pass. Raises AlreadyDone: another clock was first. Raises Conflict."""
        moved = self._moved(before, outcome.passed, outcome.next_at)
        if event is None:
            self.table.commit(moved)
        else:
            self.table.commit(moved, self._as_read(file), self.table.outbox(event))

    def _moved(self, before: CheckIn, passed: str | None, due: datetime | None) -> Write:
        pair = _due(before.opened_as, due) if due else {}
        return self.table.change(
            _key(before.candidate_id, before.opened_as),
            guards=[("passed", "=", before.passed or NONE_YET)],
            put={"passed": passed or NONE_YET, **pair},
            remove=() if due else keys.DUE,
        )

    def _as_read(self, file: CandidateFile) -> Write:
        """Nobody is asked who said meanwhile that they do not want to be."""
        return self.table.check(
            keys.candidate_file(file.candidate_id),
            guards=[("version", "=", file.version)],
            refusal=lambda _: Conflict("the candidate's file was changed meanwhile"),
        )


def _key(candidate_id: CandidateId, opened_as: CandidateId) -> keys.Key:
    """Named so that two files' can lie side by side once they are one person's."""
    return keys.part_of_file(candidate_id, keys.CHECK_IN_PREFIX, opened_as)


def _due(opened_as: CandidateId, at: datetime) -> dict[str, Any]:
    return due(keys.check_in_shard_of(opened_as), at)


def _from_item(item: dict[str, Any]) -> CheckIn:
    passed = item["passed"]
    return CheckIn(
        CandidateId(item[keys.PARTITION].removeprefix(keys.CANDIDATE_PREFIX)),
        CandidateId(item[keys.SORT].removeprefix(keys.CHECK_IN_PREFIX)),
        None if passed == NONE_YET else passed,
    )
