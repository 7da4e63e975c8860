"""Candidates' files: one read, changed from the version that was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared.domain.candidate_file import CandidateFile, FileState
from shared.domain.errors import CandidateNotFound, Conflict
from shared.domain.ids import CandidateId
from shared.domain.register_rows import Ending
from shared.domain.tokyo import day
from shared.table import file_item, finds, keys
from shared.table.codec import stamp
from shared.table.commit import Table
from shared.table.registers import Registers
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import Event

FARTHEST = 8
"""Files merged one into the other, one after another."""


def _moved(_: object) -> Conflict:
    return Conflict("the candidate's file was changed meanwhile")


def _kept(
    found: Mapping[CandidateId, CandidateFile | None], name: CandidateId
) -> CandidateFile | None:
    """What a file was merged into in the end."""
    file = found.get(name)
    return _kept(found, file.merged_into) if file and file.merged_into else file


@dataclass(frozen=True, slots=True)
class CandidateFiles:
    """`indexed`: the file with what it is found by, where a name changes (shared.found_by)."""

    table: Table
    indexed: Callable[[CandidateFile], CandidateFile] = finds.as_before

    def find(self, candidate_id: CandidateId) -> CandidateFile:
        """The file itself, or the one it was merged into. Raises CandidateNotFound."""
        for _ in range(FARTHEST):
            item = self.table.get(keys.candidate_file(candidate_id))
            if item is None:
                break
            file = file_item.from_item(item)
            if file.merged_into is None:
                return file
            candidate_id = file.merged_into
        raise CandidateNotFound("no such candidate")

    def several(self, wanted: Sequence[CandidateId]) -> list[CandidateFile | None]:
        """As they are, in the order asked; those merged away by their new names, read together."""
        found, asked = dict[CandidateId, CandidateFile | None](), {*wanted}
        for _ in range(FARTHEST):
            found |= self._read(sorted(asked))
            asked = {f.merged_into for f in found.values() if f and f.merged_into} - found.keys()
            if not asked:
                break
        return [_kept(found, name) for name in wanted]

    def _read(self, names: Sequence[CandidateId]) -> dict[CandidateId, CandidateFile | None]:
        items = self.table.get_all(*map(keys.candidate_file, names))
        files = (file_item.from_item(item) if item else None for item in items)
        return dict(zip(names, files, strict=True))

    def waiting(
        self, *, limit: int, after: str | None
    ) -> tuple[Sequence[CandidateFile], str | None]:
        """Whom an adviser is to write to, the most overdue first; as it was a moment ago."""
        items, following = self.table.inbox(keys.Inbox.CONTACT, limit=limit, after=after)
        return [file_item.from_item(item) for item in items], following

    def beside(
        self, wanted: Sequence[CandidateId], *others: keys.Key
    ) -> tuple[list[CandidateFile | None], list[dict[str, Any] | None]]:
        """`several`, and other items in the same request."""
        read = self.table.get_all(*map(keys.candidate_file, wanted), *others)
        files = [file_item.from_item(item) if item else None for item in read[: len(wanted)]]
        merged = sorted({file.merged_into for file in files if file and file.merged_into})
        into = dict(zip(merged, self.several(merged), strict=True))
        kept = [into[f.merged_into] if f and f.merged_into else f for f in files]
        return kept, read[len(wanted) :]

    def change(
        self,
        before: CandidateFile,
        after: CandidateFile,
        *,
        act: str,
        by: str,
        now: datetime,
        agreed: bool = False,
        event: Event | None = None,
    ) -> None:
        """An act, noted with who did it; `agreed` where consents are others by it.

        Raises:
            Conflict
        """
        after = self.indexed(after)
        self.table.commit(
            self.swap(before, after),
            *finds.of_candidate(self.table, before, after),
            self.acted(before, act, by, now),
            *self._given_up(before, after, now),
            *([self.agreed(after)] if agreed else []),
            *([self.table.outbox(event)] if event else []),
        )

    def swap(self, before: CandidateFile, after: CandidateFile) -> Write:
        """Only what differs is written."""
        old, new = _plain(before), _plain(after)
        return self.table.change(
            keys.candidate_file(before.candidate_id),
            guards=[("version", "=", before.version)],
            put={name: value for name, value in new.items() if old.get(name) != value},
            add={"version": 1},
            remove=sorted(old.keys() - new.keys()),
            refusal=_moved,
        )

    def _given_up(
        self, before: CandidateFile, after: CandidateFile, now: datetime
    ) -> Iterator[Write]:
        """The register of job seekers says when and why, and of who came back that they did."""
        if before.state is FileState.WITHDRAWN and after.state is FileState.OPEN:
            yield Registers(self.table).taken_on(after)
        if before.state is not FileState.OPEN or after.state is FileState.OPEN:
            return
        ending = Ending.ERASED if after.is_gone else Ending.WITHDRAWN
        yield Registers(self.table).given_up(after.candidate_id, ending, day(now))

    def acted(self, before: CandidateFile, act: str, by: str, now: datetime) -> Write:
        """Named so that two files' acts can lie side by side."""
        name = f"{stamp(now)}#{before.candidate_id}#{before.version}"
        values = {"act": act, "by": by, "at": stamp(now)}
        key = keys.part_of_file(before.candidate_id, keys.ACT_PREFIX, name)
        return self.table.new(key, values)

    def agreed(self, file: CandidateFile) -> Write:
        """The consents as they are now, beside those before."""
        item = file_item.to_item(file)
        name = f"{item['agreed_at']}#{file.candidate_id}"
        key = keys.part_of_file(file.candidate_id, keys.CONSENT_PREFIX, name)
        return self.table.new(key, {"consents": item["consents"], "at": item["agreed_at"]})


def _plain(file: CandidateFile) -> dict[str, object]:
    """What a change may touch: attributes that are there, without the version."""
    item = file_item.to_item(file)
    return {k: v for k, v in item.items() if v is not None and k != "version"}
