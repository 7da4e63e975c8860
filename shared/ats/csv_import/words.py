"""The words of a column of results, so that their company can say what it means by them."""

from dataclasses import dataclass
from itertools import islice
from typing import Final

from shared.ats.csv_import.column import Column
from shared.ats.csv_import.decode import decoded
from shared.ats.csv_import.mapping import HEADER_WITHIN
from shared.ats.csv_import.meaning import Meaning, meaning
from shared.ats.csv_import.personal import is_personal, may_be_read
from shared.ats.csv_import.records import records
from shared.ats.csv_import.wording import named, plain

MOST: Final = 40
"""A column of more words than these is none of results, and none of it is shown."""
LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class Word:
    """`means`: as we read it."""

    word: str
    means: Meaning


def words(raw: bytes, column: str) -> tuple[Word, ...]:
    """In the order they first come. None where the column is one of people. Raises CsvRefused."""
    rows, wanted = records(decoded(raw)), named(column)
    found: dict[str, str] = {}
    for head in islice(rows, HEADER_WITHIN):
        names = [*map(named, head.cells)]
        if wanted in names and may_be_read(Column.JOB, column):
            place = names.index(wanted)
            cells = dict.fromkeys(row.cells[place] for row in rows if place < len(row.cells))
            for cell in filter(str.strip, cells):
                found.setdefault(named(cell), plain(cell))
            break
    if len(found) > MOST or any(len(w) > LONGEST or is_personal(w) for w in found.values()):
        return ()
    return tuple(Word(word, meaning(word, {})) for word in found.values())
