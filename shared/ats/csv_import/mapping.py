"""Which column is read for what, as a company has confirmed it, and where they stand in a file."""

from collections.abc import Iterable
from collections.abc import Mapping as Values
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from shared.ats.csv_import.column import Column
from shared.ats.csv_import.flaw import Flaw, refused
from shared.ats.csv_import.meaning import LEFT_ALONE, Meaning
from shared.ats.csv_import.personal import may_be_read
from shared.ats.csv_import.records import Record
from shared.ats.csv_import.wording import named

HEADER_WITHIN: Final = 10
"""Rows. Exports begin with a title, a date, a blank row."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """
    Args:
        columns: their names in the file. `reference` is needed, and `result` or `everybody`.
        meanings: what the company's own results mean, where ours is not what it means by them.
        everybody: what all rows of the file are, where it has no column of results.
    """

    columns: Values[Column, str]
    meanings: Values[str, Meaning] = field(default_factory=dict[str, Meaning])
    everybody: Meaning | None = None

    def checked(self) -> "Mapping":
        """With its words as they are compared. Raises CsvRefused."""
        if Column.REFERENCE not in self.columns:
            raise refused(Flaw.COLUMN_MISSING, column=Column.REFERENCE)
        by_column = Column.RESULT in self.columns
        if by_column == bool(self.everybody) or self.everybody in LEFT_ALONE:
            raise refused(Flaw.RESULT_UNSAID, column=Column.RESULT)
        for column, name in self.columns.items():
            self._may_be_named(column, name)
        return replace(self, meanings={named(v): m for v, m in self.meanings.items()})

    def _may_be_named(self, column: Column, name: str) -> None:
        if not named(name):
            raise refused(Flaw.COLUMN_MISSING, column=column)
        if not may_be_read(column, name):
            raise refused(Flaw.COLUMN_PERSONAL, column=column)
        if [*map(named, self.columns.values())].count(named(name)) > 1:
            raise refused(Flaw.COLUMN_TWICE, column=column)


@dataclass(frozen=True, slots=True)
class Header:
    """
    Args:
        width: cells of the row of names.
        places: of the columns that are read.
    """

    width: int
    places: Values[Column, int]


def header(rows: Iterable[Record], mapping: Mapping) -> Header:
    """Takes rows up to the one of names. Raises CsvRefused."""
    missing = None
    for row in islice(rows, HEADER_WITHIN):
        names = [*map(named, row.cells)]
        absent = [c for c, name in mapping.columns.items() if named(name) not in names]
        if not absent:
            return _placed(names, mapping, row.line)
        missing = min(missing or absent, absent, key=len)
    raise refused(Flaw.COLUMN_MISSING, column=missing[0]) if missing else refused(Flaw.EMPTY)


def _placed(names: list[str], mapping: Mapping, line: int) -> Header:
    places = {}
    for column, name in mapping.columns.items():
        if names.count(named(name)) > 1:
            raise refused(Flaw.COLUMN_TWICE, line, column)
        places[column] = names.index(named(name))
    return Header(len(names), places)
