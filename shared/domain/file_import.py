"""A company's CSV of results on its way in: offered, tried, confirmed, read row by row, done.

What is kept of it are numbers and what the company said of its columns; never a row. The file is
deleted when the import is over, and what was said of its columns with it.

>>> is_import_id("imp_01JZ0000000000000000000000"), is_import_id("imp_../x")
(True, False)
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from shared.domain.errors import StateForbids
from shared.domain.ids import CompanyId, ConnectionId, ImportId

LARGEST: Final = 10 * 1024 * 1024
"""Bytes."""
OFFERED: Final = timedelta(minutes=30)
"""How long a form takes the file."""
OPEN_FOR: Final = timedelta(hours=24)
"""How long it waits to be confirmed, and its list of links to be fetched."""
KEPT: Final = timedelta(days=90)
"""What became of it, in numbers."""
MOST_A_DAY: Final = 100
"""Of one connection."""
_IMPORT_ID: Final = re.compile(r"imp_[0-9A-HJKMNP-TV-Z]{26}")


def is_import_id(text: str) -> bool:
    """One of ours: it becomes part of an object's name."""
    return _IMPORT_ID.fullmatch(text) is not None


class ImportState(StrEnum):
    OFFERED = "offered"
    """The file may come, may be tried, and waits to be confirmed."""
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
    """Nothing of it was taken."""
    DROPPED = "dropped"


OVER: Final = frozenset({ImportState.DONE, ImportState.REFUSED, ImportState.DROPPED})


@dataclass(frozen=True, slots=True)
class Told:
    """What the company says of its columns and words, and the digest of what it was shown for it.

    Args:
        columns: by what they are read for, their names in the file.
        meanings: what the company's words for a result mean.
        everybody: what all rows are; empty where a column says it.
    """

    columns: Mapping[str, str]
    meanings: Mapping[str, str]
    everybody: str
    digest: str


@dataclass(frozen=True, slots=True)
class FileImport:
    """
    Args:
        confirmed_at: the time of what has none in the file; the same however often it is tried.
        rows: how many there are to go over, once that is known.
        gone_over: how many were.
        counts: of all rows, by what they mean.
        links: how many are in the list of its links.
        reason: why it was refused.
        version: 0 of one that is not kept yet.
    """

    import_id: ImportId
    connection_id: ConnectionId
    company_id: CompanyId
    made_at: datetime
    state: ImportState = ImportState.OFFERED
    told: Told | None = None
    confirmed_at: datetime | None = None
    over_at: datetime | None = None
    rows: int = 0
    gone_over: int = 0
    links: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    reason: str = ""
    version: int = 0

    def is_open(self, now: datetime) -> bool:
        return self.state is ImportState.OFFERED and now < self.made_at + OPEN_FOR

    def has_links(self, now: datetime) -> bool:
        """Whether the list of its links can be fetched."""
        over = self.over_at
        return self.state is ImportState.DONE and over is not None and now < over + OPEN_FOR

    def tried(self, told: Told, now: datetime) -> "FileImport":
        """Raises StateForbids."""
        self._check_open(now)
        return replace(self, told=told)

    def confirmed(self, rows: int, counts: Mapping[str, int], now: datetime) -> "FileImport":
        """Raises StateForbids."""
        self._check_open(now)
        state = ImportState.WAITING
        return replace(self, state=state, confirmed_at=now, rows=rows, counts=counts)

    def dropped(self, now: datetime) -> "FileImport":
        """Raises StateForbids: it is being read, or over."""
        if self.state is not ImportState.OFFERED:
            raise StateForbids(f"this import is {self.state}: there is nothing to drop", self.state)
        return self._over(ImportState.DROPPED, now)

    def advanced(self, gone_over: int, now: datetime) -> "FileImport":
        if gone_over < self.rows:
            return replace(self, state=ImportState.RUNNING, gone_over=gone_over)
        return replace(self._over(ImportState.DONE, now), gone_over=self.rows)

    def refused(self, reason: str, now: datetime) -> "FileImport":
        return replace(self._over(ImportState.REFUSED, now), reason=reason)

    def _over(self, state: ImportState, now: datetime) -> "FileImport":
        return replace(self, state=state, over_at=now, told=None)

    def _check_open(self, now: datetime) -> None:
        if not self.is_open(now):
            late = self.state is ImportState.OFFERED
            why = "waited for longer than a day" if late else f"is {self.state}"
            raise StateForbids(f"this import {why}: begin another", self.state)
