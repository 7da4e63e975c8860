"""A table as a spreadsheet opens it: CSV (RFC 4180) in UTF-8 with the mark Excel needs."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final
from unicodedata import normalize

MARK: Final = "\ufeff"
CONTENT_TYPE: Final = "text/csv; charset=utf-8"
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")

type Cell = str | int


def sheet(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Numbers stay numbers. Text that a spreadsheet would work out is text there, too."""
    written = io.StringIO(newline="")
    write = csv.writer(written, lineterminator="\r\n")
    write.writerow([_plain(cell) for cell in head])
    write.writerows([_plain(cell) for cell in row] for row in rows)
    return MARK + written.getvalue()


def _plain(cell: Cell) -> Cell:
    """In wide letters, too: a spreadsheet in Japanese reads them as the narrow ones."""
    if isinstance(cell, str) and normalize("NFKC", cell[:1]).startswith(_FORMULA):
        return f"'{cell}"
    return cell
