"""What is wrong with a row: where, and why. What stands there is never repeated."""

from dataclasses import dataclass
from enum import StrEnum

from shared.ats.csv_import.column import Column


class Reason(StrEnum):
    MISSING = "missing"
    TOO_LONG = "too_long"
    PERSONAL = "personal"
    NO_REFERENCE = "no_reference"
    DAY_UNREADABLE = "day_unreadable"
    DAY_LONG_AGO = "day_long_ago"
    DAY_TO_COME = "day_to_come"
    TOO_MANY_CELLS = "too_many_cells"


@dataclass(frozen=True, slots=True)
class Fault:
    """
    Args:
        line: the row as a spreadsheet numbers it.
        column: None where it is the row itself.
    """

    line: int
    column: Column | None
    reason: Reason
