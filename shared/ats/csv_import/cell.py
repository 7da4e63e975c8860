"""One cell, read for what its column is for: a value that may leave memory, or why not."""

import re
from datetime import datetime
from typing import Final

from shared.ats.csv_import.fault import Reason
from shared.ats.csv_import.moment import moment
from shared.ats.csv_import.personal import is_personal
from shared.ats.csv_import.wording import bare

LONGEST: Final = 100
"""Letters, of a reference, a job, a day."""
_LOOKED_AT: Final = 3 * LONGEST
"""Letters of a cell; some spellings are longer than what they spell."""
_REFERENCE: Final = re.compile("(?=.*[0-9])[0-9A-Za-z][0-9A-Za-z._/#:-]*")
"""A number or a key of a system, never a name: a digit at least, no letters but Latin ones."""
_WORKED_OUT: Final = " =+-@|%'\""
"""What a spreadsheet would begin to work out; a job stays without it, and is text everywhere."""


def reference(cell: str) -> str | Reason:
    text = _text(cell)
    if text is None:
        return Reason.TOO_LONG
    if not text:
        return Reason.MISSING
    if is_personal(text):
        return Reason.PERSONAL
    return text if _REFERENCE.fullmatch(text) else Reason.NO_REFERENCE


def job(cell: str) -> str | Reason | None:
    text = _text(cell)
    if text is None:
        return Reason.TOO_LONG
    harmless = text.lstrip(_WORKED_OUT)
    return Reason.PERSONAL if is_personal(harmless) else harmless or None


def at(cell: str, now: datetime) -> datetime | Reason | None:
    text = _text(cell)
    if text is None:
        return Reason.DAY_UNREADABLE
    return moment(text, now) if text else None


def _text(cell: str) -> str | None:
    """None where it is too long; never a part of it."""
    if len(cell.strip()) > _LOOKED_AT:
        return None
    text = bare(cell)
    return text if len(text) <= LONGEST else None
