"""A row of the file to what may leave memory: reference, meaning, stage, job, time."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from shared.ats.csv_import import cell
from shared.ats.csv_import.column import Column
from shared.ats.csv_import.fault import Fault, Reason
from shared.ats.csv_import.mapping import Header, Mapping
from shared.ats.csv_import.meaning import LEFT_ALONE, Meaning, meaning
from shared.ats.csv_import.records import Record
from shared.ats.stages import stage_of
from shared.domain.ats_event import Stage

LONGEST_WORD: Final = 200
"""Letters of a result or a step; what is longer is no word, and unknown."""


@dataclass(frozen=True, slots=True)
class Row:
    """
    Args:
        reference: the company's own, raw: it is keyed (HMAC) before it is kept anywhere.
        stage: None where no column is read for it.
        at: in UTC; None where the file does not say.
    """

    line: int
    reference: str = field(repr=False)
    meaning: Meaning
    stage: Stage | None = None
    job: str | None = field(default=None, repr=False)
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    header: Header
    mapping: Mapping
    now: datetime

    def row(self, record: Record) -> Row | tuple[Fault, ...]:
        """An unfinished application's row need not be in order: what is wrong there is let be."""
        if any(map(str.strip, record.cells[self.header.width :])):
            return (Fault(record.line, None, Reason.TOO_MANY_CELLS),)
        said = self._meaning(record)
        reference = cell.reference(self._cell(record, Column.REFERENCE))
        job = cell.job(self._cell(record, Column.JOB))
        at = cell.at(self._cell(record, Column.DAY), self.now)
        if isinstance(reference, Reason) or isinstance(job, Reason) or isinstance(at, Reason):
            read = {Column.REFERENCE: reference, Column.JOB: job, Column.DAY: at}
            return () if said in LEFT_ALONE else _faults(record.line, read)
        return Row(record.line, reference, said, self._stage(record), job, at)

    def _cell(self, record: Record, column: Column) -> str:
        place = self.header.places.get(column)
        return record.cells[place] if place is not None and place < len(record.cells) else ""

    def _meaning(self, record: Record) -> Meaning:
        if self.mapping.everybody:
            return self.mapping.everybody
        return meaning(self._word(record, Column.RESULT), self.mapping.meanings)

    def _stage(self, record: Record) -> Stage | None:
        return (
            stage_of(self._word(record, Column.STAGE))
            if Column.STAGE in self.header.places
            else None
        )

    def _word(self, record: Record, column: Column) -> str:
        said = self._cell(record, column).strip()
        return said if len(said) <= LONGEST_WORD else ""


def _faults(line: int, read: dict[Column, str | datetime | None]) -> tuple[Fault, ...]:
    wrong = {column: value for column, value in read.items() if isinstance(value, Reason)}
    return tuple(Fault(line, column, reason) for column, reason in wrong.items())
