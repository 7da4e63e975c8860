"""When it was: a day as `day` reads it, with or without a time. No zone means Tokyo."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

from shared.ats.csv_import.day import day
from shared.ats.csv_import.fault import Reason
from shared.domain.tokyo import TOKYO

OLDEST: Final = date(2000, 1, 1)
"""Before it nobody kept applicants in a system: it is a birthday, or a slip."""
_MOMENT: Final = re.compile(
    r"(?P<day>.+?)(?: ?\([日月火水木金土祝](?:曜日?)?\))?"
    r"(?:(?:[T ]+|(?<=[日)]))(?P<hour>[0-9]{1,2})[:時](?P<minute>[0-9]{1,2})分?"
    r"(?::?(?P<second>[0-9]{1,2})秒?(?:\.[0-9]+)?)? ?(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2}|JST)?)?"
)
_SERIAL: Final = re.compile(r"([0-9]{5})\.([0-9]{1,15})")
_SECONDS: Final = 24 * 60 * 60


def moment(text: str, now: datetime) -> datetime | Reason:
    """In UTC; a day alone is its first moment in Tokyo."""
    found = _MOMENT.fullmatch(text)
    serial = _SERIAL.fullmatch(text)
    on = day(serial[1] if serial else found["day"] if found else "")
    if on is None:
        return Reason.DAY_UNREADABLE
    if not OLDEST <= on <= now.astimezone(TOKYO).date():
        return Reason.DAY_LONG_AGO if on < OLDEST else Reason.DAY_TO_COME
    at = _of_serial(on, serial[2]) if serial else _of_clock(on, found)
    if at is None:
        return Reason.DAY_UNREADABLE
    return at.astimezone(UTC) if at <= now else Reason.DAY_TO_COME


def _of_serial(on: date, fraction: str) -> datetime:
    """A day's part to the second; 46113.5 is noon."""
    return _midnight(on) + timedelta(seconds=round(float(f"0.{fraction}") * _SECONDS))


def _of_clock(on: date, found: re.Match[str] | None) -> datetime | None:
    if not found or found["hour"] is None:
        return _midnight(on)
    clock = ":".join((found[part] or "0").zfill(2) for part in ("hour", "minute", "second"))
    zone = (found["zone"] or "JST").replace("JST", "+09:00")
    try:
        return datetime.fromisoformat(f"{on}T{clock}{zone}")
    except ValueError:
        return None


def _midnight(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, tzinfo=TOKYO)
