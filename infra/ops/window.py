"""From when to when an archive's facts are to be said again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from infra.ops.refusal import RefusedError
from shared.domain.tokyo import TOKYO


@dataclass(frozen=True, slots=True)
class Kept:
    """What an archive has: since when, and for how many days (0: for ever)."""

    since: datetime
    days: int

    def begin(self, now: datetime) -> datetime:
        return max(self.since, now - timedelta(days=self.days)) if self.days else self.since


@dataclass(frozen=True, slots=True)
class Window:
    begin: datetime
    end: datetime

    @classmethod
    def read(cls, begin: str, end: str) -> Self:
        """Raises RefusedError: no time, no offset, or the wrong way round."""
        window = cls(_moment("FROM", begin), _moment("TO", end))
        if window.begin >= window.end:
            raise RefusedError(f"FROM={begin} is not before TO={end}")
        return window

    def check_kept(self, kept: Kept, now: datetime) -> None:
        """Raises RefusedError: part of it is not in the archive."""
        if self.begin < kept.begin(now):
            raise RefusedError(f"the archive begins at {_shown(kept.begin(now))}: FROM is before")
        if self.end > now:
            raise RefusedError(f"TO is {_shown(self.end)}: that is still to come")

    def __str__(self) -> str:
        return f"{_shown(self.begin)} - {_shown(self.end)}"


def _moment(name: str, text: str) -> datetime:
    example = f"{name}=2026-03-02T09:00+09:00"
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise RefusedError(f"{name}={text} is no time; for example {example}") from None
    if read.tzinfo is None:
        raise RefusedError(f"{name}={text} does not say of which zone; for example {example}")
    return read


def _shown(at: datetime) -> str:
    return at.astimezone(TOKYO).isoformat(timespec="seconds")
