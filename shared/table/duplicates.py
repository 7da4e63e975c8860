"""Pairs of files that wait for a person's word, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared.domain.candidate_file import CandidateFile, FileState
from shared.domain.duplicate import Answer, Duplicate
from shared.domain.errors import AlreadyDone, Conflict, DuplicateNotFound
from shared.domain.ids import CandidateId, PersonKey
from shared.domain.register_rows import Ending
from shared.domain.tokyo import day
from shared.table import duplicate_item, file_item, finds, keys, marked
from shared.table.candidate_files import CandidateFiles
from shared.table.codec import stamp
from shared.table.commit import Table
from shared.table.registers import Registers
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import FilesMerged


@dataclass(frozen=True, slots=True)
class Duplicates:
    """`indexed` as in CandidateFiles."""

    table: Table
    indexed: Callable[[CandidateFile], CandidateFile] = finds.as_before

    def waiting(self, *, limit: int, after: str | None) -> tuple[Sequence[Duplicate], str | None]:
        """Oldest first; as it was a moment ago."""
        items, following = self.table.inbox(keys.Inbox.DUPLICATES, limit=limit, after=after)
        return [duplicate_item.from_item(item) for item in items], following

    def asked_about(self, wanted: Sequence[str]) -> set[str]:
        """Which of these pairs somebody was asked about, whatever the answer."""
        found = self.table.get_all(*map(keys.duplicate, wanted))
        return {name for name, item in zip(wanted, found, strict=True) if item}

    def find(self, duplicate_id: str) -> Duplicate:
        """Raises DuplicateNotFound."""
        item = self.table.get(keys.duplicate(duplicate_id))
        if item is None:
            raise DuplicateNotFound("no such pair")
        return duplicate_item.from_item(item)

    def answer(
        self,
        duplicate: Duplicate,
        answer: Answer,
        by: str,
        now: datetime,
    ) -> None:
        """Nothing else follows. Raises AlreadyDone."""
        self.table.commit(self._answered(duplicate, answer, by, now))

    def merge(
        self,
        duplicate: Duplicate,
        kept: tuple[CandidateFile, CandidateFile],
        other: CandidateFile,
        event: FilesMerged,
        by: str,
        now: datetime,
    ) -> None:
        """Raises AlreadyDone, Conflict.

        Args:
            kept: as it was read, and with the other's in it.
        """
        before, after = kept[0], self.indexed(kept[1])
        files = CandidateFiles(self.table)
        self.table.commit(
            self._answered(duplicate, Answer.MERGED, by, now),
            files.swap(before, after),
            *finds.of_candidate(self.table, before, after),
            *finds.of_candidate(self.table, other, None),
            self._points(other, after.candidate_id),
            *(self._led(person, other, after.candidate_id) for person in other.persons),
            *self._marks(other, after.candidate_id),
            files.acted(before, "merged", by, now),
            *self._given_up(other, now),
            self.table.outbox(event),
        )

    def _given_up(self, other: CandidateFile, now: datetime) -> Iterator[Write]:
        if other.state is FileState.OPEN:
            yield Registers(self.table).given_up(other.candidate_id, Ending.MERGED, day(now))

    def _answered(self, duplicate: Duplicate, answer: Answer, by: str, now: datetime) -> Write:
        return self.table.change(
            keys.duplicate(duplicate.duplicate_id),
            guards=[("answer", "=", Answer.OPEN)],
            put={"answer": answer, "answered_by": by, "answered_at": stamp(now)},
            remove=keys.DUE,
            refusal=lambda _: AlreadyDone("this pair was decided"),
        )

    def _points(self, other: CandidateFile, into: CandidateId) -> Write:
        return self.table.replace(
            keys.candidate_file(other.candidate_id),
            file_item.pointer(other, into),
            unless=lambda e: f"{e.name('version')} = {e.value(other.version)}",
            refusal=_moved,
        )

    def _led(self, person: str, other: CandidateFile, into: CandidateId) -> Write:
        """Whoever registers with that address again is filed with the kept one."""
        return self.table.change(
            keys.whose_file(PersonKey(person)),
            guards=[("candidate_id", "=", other.candidate_id)],
            put={"candidate_id": into},
            refusal=_moved,
        )

    def _marks(self, other: CandidateFile, into: CandidateId) -> Iterator[Write]:
        """Its numbers and names are the kept one's from now on."""
        gone = {other.candidate_id, *other.merged_from}
        wanted = [*map(keys.phone, other.phones), *map(keys.likeness, other.likenesses)]
        for key, item in zip(wanted, self.table.get_all(*wanted), strict=True):
            before = marked.names(item or {})
            if gone & {*before}:
                yield marked.renamed(self.table, key, before, gone, into, _moved)


def _moved(_: dict[str, Any]) -> Conflict:
    return Conflict("one of the files was changed meanwhile")
