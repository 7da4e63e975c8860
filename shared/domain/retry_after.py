"""How long a server asks to be left alone: `Retry-After`, RFC 9110 10.2.3."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

LONGEST: Final = timedelta(days=1)
"""Who asks for more is asked again after a day."""
NONE: Final = timedelta()
_DIGITS: Final = 12
_LENGTH: Final = 64


def asked_wait(header: str | None, now: datetime) -> timedelta:
    """From now; none where there is no header, or one nobody can read.

    >>> noon = datetime(2026, 4, 1, 12, tzinfo=UTC)
    >>> asked_wait("120", noon), asked_wait("soon", noon)
    (datetime.timedelta(seconds=120), datetime.timedelta(0))
    >>> asked_wait("Wed, 01 Apr 2026 12:05:00 GMT", noon)
    datetime.timedelta(seconds=300)
    """
    said = (header or "")[: _LENGTH + 1].strip()
    if not said.isascii() or len(said) > _LENGTH:
        return NONE
    wait = _seconds(said) if said.isdecimal() else _until(said, now)
    return min(max(wait, NONE), LONGEST)


def _seconds(digits: str) -> timedelta:
    return timedelta(seconds=int(digits)) if len(digits) <= _DIGITS else LONGEST


def _until(date: str, now: datetime) -> timedelta:
    try:
        at = parsedate_to_datetime(date)
    except (ValueError, TypeError, IndexError, OverflowError):
        return NONE
    return (at if at.tzinfo else at.replace(tzinfo=UTC)) - now
