"""A company's CSV of results: looked at for its columns, then read whole without any effect."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final

from shared.ats.csv_import.column import Column, suggested, usual
from shared.ats.csv_import.decode import decoded
from shared.ats.csv_import.fault import Fault
from shared.ats.csv_import.flaw import Flaw, refused
from shared.ats.csv_import.latest import latest
from shared.ats.csv_import.mapping import HEADER_WITHIN, Mapping, header
from shared.ats.csv_import.meaning import LEFT_ALONE, Meaning
from shared.ats.csv_import.plan import Plan
from shared.ats.csv_import.records import records
from shared.ats.csv_import.row import Reading, Row
from shared.ats.csv_import.wording import plain

ERRORS_SHOWN: Final = 100
LINES_SHOWN: Final = 20
_NAMES_AT_LEAST: Final = 2
"""Of columns we know, for a row to be the one of names: the first applicant is never shown."""


@dataclass(frozen=True, slots=True)
class Look:
    """The names of a file's columns, and what each seems to be for."""

    names: tuple[str, ...]
    suggested: dict[Column, str]


def look(raw: bytes) -> Look:
    """For the page of the mapping. Raises CsvRefused."""
    first = [*islice(records(decoded(raw)), HEADER_WITHIN)]
    if not first:
        raise refused(Flaw.EMPTY)
    best = max(first, key=lambda row: usual(row.cells))
    if usual(best.cells) < _NAMES_AT_LEAST:
        raise refused(Flaw.NO_HEADER)
    names = tuple(map(plain, best.cells))
    return Look(names, suggested(names))


def dry_run(raw: bytes, mapping: Mapping, now: datetime) -> Plan:
    """Raises CsvRefused: nothing of the file can be read, or the mapping is not for it."""
    rows = records(decoded(raw))
    checked = mapping.checked()
    reading = Reading(header(rows, checked), checked, now)
    return _plan([reading.row(record) for record in rows])


def _plan(read: list[Row | tuple[Fault, ...]]) -> Plan:
    good = [row for row in read if isinstance(row, Row)]
    faults = [fault for wrong in read if not isinstance(wrong, Row) for fault in wrong]
    kept = latest(good)
    said = Counter(row.meaning for row in kept)
    return Plan(
        rows=() if faults else tuple(row for row in kept if row.meaning not in LEFT_ALONE),
        errors=tuple(faults[:ERRORS_SHOWN]),
        errors_in_all=len(faults),
        counts={meaning: said[meaning] for meaning in Meaning},
        unknown_lines=tuple(row.line for row in kept if row.meaning is Meaning.UNKNOWN)[
            :LINES_SHOWN
        ],
        superseded=len(good) - len(kept),
        let_be=read.count(()),
    )
