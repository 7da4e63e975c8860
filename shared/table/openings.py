"""That somebody opened a candidate's file: noted once an hour for each of the two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import batched
from typing import Final

from shared.domain.audit import Audited
from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import AlreadyDone, Conflict
from shared.domain.ids import CandidateId
from shared.table import keys
from shared.table.audits import Audits
from shared.table.candidate_files import CandidateFiles
from shared.table.codec import stamp
from shared.table.commit import Table
from shared.table.writes import Refusal, Write, already_done

HOUR: Final = len("2026-03-31T09")
KEPT: Final = timedelta(hours=2)
TOGETHER: Final = 50
"""Two items are read of each, and two written: a transaction has a hundred."""


@dataclass(frozen=True, slots=True)
class Openings:
    table: Table

    def note(self, act: Audited) -> bool:
        """Whether it was the first of this hour (UTC): the key lets no second one in.

        Raises:
            Conflict
        """
        try:
            self.table.commit(*self._noted(act, already_done))
        except AlreadyDone:
            return False
        return True

    def several(self, acts: Sequence[Audited]) -> list[CandidateFile | None]:
        """The files these are about, and it is noted of who is there: two requests for TOGETHER.

        Raises:
            Conflict: one was noted at the same time.
        """
        return [file for some in batched(acts, TOGETHER, strict=False) for file in self._some(some)]

    def _some(self, acts: Sequence[Audited]) -> list[CandidateFile | None]:
        wanted = [CandidateId(act.about) for act in acts]
        files, known = CandidateFiles(self.table).beside(wanted, *map(_key, acts))
        writes = [
            write
            for act, file, before in zip(acts, files, known, strict=True)
            if file and not file.is_gone and before is None
            for write in self._noted(act, _meanwhile)
        ]
        if writes:
            self.table.commit(*writes)
        return files

    def _noted(self, act: Audited, refusal: Refusal) -> Iterator[Write]:
        until = {keys.EXPIRES: int((act.at + KEPT).timestamp())}
        yield self.table.new(_key(act), until, refusal)
        yield Audits(self.table).note(act)


def _key(act: Audited) -> keys.Key:
    return keys.opened(act.who, act.about, stamp(act.at)[:HOUR], act.what)


def _meanwhile(_: object) -> Conflict:
    return Conflict("the same file was opened at the same time")
