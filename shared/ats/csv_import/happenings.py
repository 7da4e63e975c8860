"""What a row says, as something that happened to its application; nothing where it says no news.

A row without a time says how things are, and not since when. The first import that says so is
when: said again it is no news, so a file may be imported however often.
"""

from datetime import datetime
from typing import Final

from shared.ats.csv_import.meaning import Meaning
from shared.ats.csv_import.row import Row
from shared.domain.application import Application
from shared.domain.application_step import applied
from shared.domain.ats_event import ReasonKind, Stage
from shared.domain.happening import Happening, Kind

_SAID: Final = {
    Meaning.COMPANY: (Kind.REJECTED, ReasonKind.COMPANY),
    Meaning.CANDIDATE: (Kind.REJECTED, ReasonKind.CANDIDATE),
    Meaning.HIRED: (Kind.HIRED, ReasonKind.UNKNOWN),
}


def happening(row: Row, known: Application, imported_at: datetime) -> Happening | None:
    """
    Args:
        known: all that was heard of it before; nothing but its name where that was nothing.
        imported_at: of this import, the same however often it is tried.
    """
    kind, reason = _SAID.get(row.meaning) or (_of_open(known), ReasonKind.UNKNOWN)
    if row.at is None and _is_so(kind, known):
        return None
    heard = Happening(kind, row.at or imported_at, reason, row.stage or Stage.UNKNOWN)
    return heard if applied(known, heard) != known else None


def _of_open(known: Application) -> Kind:
    """It was rejected and is open again, or it came in."""
    return Kind.UNREJECTED if known.rejected_at else Kind.CREATED


def _is_so(kind: Kind, known: Application) -> bool:
    """Closed or not, it stands as the row says."""
    rejected, unrejected = known.rejected_at, known.unrejected_at
    undone = rejected is not None and unrejected is not None and unrejected >= rejected
    if kind is Kind.REJECTED:
        return rejected is not None and not undone
    return undone if kind is Kind.UNREJECTED else False
