"""The clock of the people we serve. Japan keeps one offset all year."""

from datetime import date, datetime, time, timedelta, timezone
from typing import Final

TOKYO: Final = timezone(timedelta(hours=9), "JST")
CLOSING: Final = time(18)


def day(at: datetime) -> date:
    return at.astimezone(TOKYO).date()


def reply_by(at: datetime) -> datetime:
    """18:00 of the second weekday after `at`: an adviser has written. Holidays are not known."""
    due, left = day(at), 2
    while left:
        due += timedelta(days=1)
        left -= due.weekday() < 5
    return datetime.combine(due, CLOSING, TOKYO)
