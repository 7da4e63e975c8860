"""Days and moments as people in Japan read them."""

from datetime import date, datetime
from typing import Final

from shared.domain.locale import Locale
from shared.domain.tokyo import TOKYO, last_whole_day
from shared.domain.tokyo import day as tokyo_day

_KANJI: Final = "月火水木金土日"
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(on: date, locale: Locale) -> str:
    """
    >>> day(date(2031, 3, 31), "ja"), day(date(2031, 3, 31), "en")
    ('2031年3月31日', '31 March 2031')
    """
    if locale == "en":
        return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
    return f"{on.year}年{on.month}月{on.day}日"


def day_of(at: datetime, locale: Locale) -> str:
    """The day it was in Tokyo.

    >>> from datetime import UTC
    >>> day_of(datetime(2031, 3, 31, 20, tzinfo=UTC), "en")
    '1 April 2031'
    """
    return day(tokyo_day(at), locale)


def month(year: int, nth: int, locale: Locale) -> str:
    """
    >>> month(2031, 3, "ja"), month(2031, 3, "en")
    ('2031年3月', 'March 2031')
    """
    return f"{_MONTHS[nth - 1]} {year}" if locale == "en" else f"{year}年{nth}月"


def named(month_: str, locale: Locale) -> str:
    """
    >>> named("2031-03", "en")
    'March 2031'
    """
    return month(int(month_[:4]), int(month_[5:]), locale)


def last_day(until: datetime, locale: Locale) -> str:
    """The day a company reads for `until`: 「まで」 means all of it, in Tokyo.

    >>> from datetime import UTC
    >>> last_day(datetime(2031, 3, 31, tzinfo=UTC), "en")
    '30 March 2031'
    """
    return day(last_whole_day(until), locale)


def moment(at: datetime, locale: Locale) -> str:
    """A moment in Tokyo, to the minute, with its weekday. `at` must know its time zone.

    >>> from datetime import UTC
    >>> moment(datetime(2026, 11, 24, 9, 0, tzinfo=UTC), "ja")
    '2026年11月24日（火）18:00'
    """
    there = at.astimezone(TOKYO)
    if locale == "en":
        return f"{_DAYS[there.weekday()]}, {day(there, locale)}, {there:%H:%M} (Japan time)"
    return f"{day(there, locale)}（{_KANJI[there.weekday()]}）{there:%H:%M}"
