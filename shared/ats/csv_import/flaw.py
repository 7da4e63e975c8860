"""Why a file as a whole is not read. What stands in it is never quoted."""

from enum import StrEnum
from typing import Final

from shared.domain.errors import CsvRefused


class Flaw(StrEnum):
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    SPREADSHEET = "spreadsheet"
    UNKNOWN_ENCODING = "unknown_encoding"
    BROKEN_QUOTES = "broken_quotes"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    NO_HEADER = "no_header"
    COLUMN_MISSING = "column_missing"
    COLUMN_TWICE = "column_twice"
    COLUMN_PERSONAL = "column_personal"
    RESULT_UNSAID = "result_unsaid"
    ROWS_WRONG = "rows_wrong"
    NOTHING_TO_DO = "nothing_to_do"
    CHANGED = "changed"


SAID: Final = {
    Flaw.TOO_LARGE: "a CSV file has 10 MB at most; export a shorter time",
    Flaw.EMPTY: "there is nothing in this file",
    Flaw.SPREADSHEET: "this is a workbook; save it as CSV and send that",
    Flaw.UNKNOWN_ENCODING: "this text is neither UTF-8, UTF-16 nor Shift_JIS",
    Flaw.BROKEN_QUOTES: "a quotation mark is not closed or closed too early, or a cell has no end",
    Flaw.TOO_MANY_ROWS: "a file has 20,000 rows at most; export a shorter time",
    Flaw.TOO_MANY_COLUMNS: "a file has 1,000 columns at most",
    Flaw.NO_HEADER: "no row with the names of the columns was found",
    Flaw.COLUMN_MISSING: "a column that was named is not in this file",
    Flaw.COLUMN_TWICE: "a column that was named is there twice, or named twice",
    Flaw.COLUMN_PERSONAL: "this column holds personal data, which we do not take",
    Flaw.RESULT_UNSAID: "name the column with the result, or say what all rows are: one of both",
    Flaw.ROWS_WRONG: "there are rows that cannot be read; nothing is taken before they can",
    Flaw.NOTHING_TO_DO: "no row of this file says anything of an application",
    Flaw.CHANGED: "this is not what was shown; look at it once more and confirm that",
}


def refused(flaw: Flaw, line: int | None = None, column: str | None = None) -> CsvRefused:
    return CsvRefused(SAID[flaw], flaw, line, column)
