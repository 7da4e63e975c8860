"""How often a vendor lets us ask, as its headers say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

from shared.connectors.reading import moment

LEAVE: Final = 5
"""Requests of a window that stay for the company's other programs: the limit is the tenant's."""
DEFAULT: Final = timedelta(minutes=1)
FARTHEST: Final = timedelta(hours=24)
_EPOCH_FROM: Final = 10**9
"""Below it a number is seconds from now, above it a time; ten thousand times more: in ms."""


@dataclass(frozen=True, slots=True)
class Names:
    """Header names, in lower case."""

    remaining: str
    resets: str


@dataclass(frozen=True, slots=True)
class Limit:
    remaining: int | None
    resets_at: datetime

    @property
    def spent(self) -> bool:
        return self.remaining is not None and self.remaining <= LEAVE


def limit(headers: Mapping[str, str], names: Names, now: datetime) -> Limit:
    """What is not said or not readable does not hold us up, and resets in a minute."""
    left = headers.get(names.remaining, "").strip()
    remaining = int(left) if left.isascii() and left.isdigit() and len(left) < 10 else None
    said = (headers.get(name, "").strip() for name in ("retry-after", names.resets))
    times = (read for text in said if (read := _time(text, now)))
    return Limit(remaining, _within(next(times, now + DEFAULT), now))


def _within(at: datetime, now: datetime) -> datetime:
    return min(max(at, now + timedelta(seconds=1)), now + FARTHEST)


def _time(text: str, now: datetime) -> datetime | None:
    """Seconds from now, epoch in s or ms, ISO 8601, or an HTTP date."""
    if text.isascii() and text.isdigit() and len(text) < 15:
        return _number(int(text), now)
    return moment(text) or _http_date(text)


def _number(number: int, now: datetime) -> datetime:
    if number < _EPOCH_FROM:
        return now + min(timedelta(seconds=number), FARTHEST)
    seconds = number if number < _EPOCH_FROM * 100 else number // 1000
    return datetime.fromtimestamp(seconds, UTC)


def _http_date(text: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
