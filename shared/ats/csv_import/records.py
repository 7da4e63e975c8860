"""Text to rows of cells (RFC 4180), with the separator the file itself uses."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from shared.ats.csv_import.flaw import Flaw, refused

MOST_ROWS: Final = 20_000
MOST_LINES: Final = 200_000
"""With the blank ones, which spreadsheets leave behind."""
MOST_COLUMNS: Final = 1_000
_SEPARATORS: Final = ",\t;"
"""Of equals the first."""
_QUOTED: Final = re.compile('"[^"]*"')
_SAMPLE: Final = 20_000


@dataclass(frozen=True, slots=True)
class Record:
    """A row that is not blank.

    Args:
        line: as a spreadsheet numbers it: blank rows count, a cell of two lines is one row.
    """

    line: int
    cells: tuple[str, ...]


def records(text: str) -> Iterator[Record]:
    """Raises CsvRefused, as soon as it comes to what cannot be read."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text), strict=True)
    line = 0
    try:
        for line, cells in enumerate(reader, start=1):
            if line > MOST_LINES:
                raise refused(Flaw.TOO_MANY_ROWS, line)
            if any(map(str.strip, cells)):
                yield _bounded(Record(line, tuple(cells)))
    except csv.Error:
        raise refused(Flaw.BROKEN_QUOTES, line + 1) from None


def _bounded(record: Record) -> Record:
    if record.line > MOST_ROWS:
        raise refused(Flaw.TOO_MANY_ROWS, record.line)
    if len(record.cells) > MOST_COLUMNS:
        raise refused(Flaw.TOO_MANY_COLUMNS, record.line)
    return record


def separator(text: str) -> str:
    """The one a line of the beginning has most of, outside quotation marks.

    >>> separator('応募ID;結果;"a,b,c"'), separator("応募ID,求人"), separator("結果")
    (';', ',', ',')
    """
    lines = _QUOTED.sub("", text[:_SAMPLE]).splitlines()
    return max(_SEPARATORS, key=lambda s: max((line.count(s) for line in lines[:10]), default=0))
