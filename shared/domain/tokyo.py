"""The clock of the people we serve. Japan keeps one offset all year."""

from datetime import date, datetime, time, timedelta, timezone
from typing import Final

TOKYO: Final = timezone(timedelta(hours=9), "JST")
CLOSING: Final = time(18)
NIGHT, MORNING = time(21), time(8)
"""Between the two nobody is written to unasked."""


def day(at: datetime) -> date:
    return at.astimezone(TOKYO).date()


def last_whole_day(until: datetime) -> date:
    """The last day all of which lies before `until`: what a person is told as the last one.

    >>> last_whole_day(datetime(2031, 3, 31, 9, tzinfo=TOKYO)).isoformat()
    '2031-03-30'
    >>> last_whole_day(datetime(2031, 4, 1, tzinfo=TOKYO)).isoformat()
    '2031-03-31'
    """
    return day(until) - timedelta(days=1)


def years_after(on: date, years: int) -> date:
    """The day after the last of so many years; they end with February where it has no 29th.

    >>> years_after(date(2024, 2, 29), 2).isoformat()
    '2026-03-01'
    """
    try:
        return on.replace(year=on.year + years)
    except ValueError:
        return date(on.year + years, 3, 1)


def reply_by(at: datetime, weekdays: int) -> datetime:
    """18:00, that many weekdays after `at`: an adviser has written. Holidays are not known.

    Args:
        weekdays: as the rules in force at `at` say it.
    """
    due, left = day(at), weekdays
    while left:
        due += timedelta(days=1)
        left -= due.weekday() < 5
    return datetime.combine(due, CLOSING, TOKYO)


def is_quiet(at: datetime) -> bool:
    """
    >>> [is_quiet(datetime(2026, 3, 2, hour, tzinfo=TOKYO)) for hour in (7, 8, 20, 21)]
    [True, False, False, True]
    """
    there = at.astimezone(TOKYO).time()
    return there >= NIGHT or there < MORNING


def awake(at: datetime) -> datetime:
    """`at` itself, or the morning after the night it falls into."""
    if not is_quiet(at):
        return at
    there = at.astimezone(TOKYO)
    on = there.date() + timedelta(days=there.time() >= NIGHT)
    return datetime.combine(on, MORNING, TOKYO)
