"""A day as Japanese systems and spreadsheets write it; `wording.plain` has been over it.

A day without its year, or with its year last or in two digits, is not guessed at.
"""

import re
from datetime import date, timedelta
from typing import Final

ERAS: Final = (
    ("昭和", "S", date(1926, 12, 25)),
    ("平成", "H", date(1989, 1, 8)),
    ("令和", "R", date(2019, 5, 1)),
)
"""Name, letter, first day; the last day is the eve of the next."""
_MONTH_AND_DAY: Final = "[-/.年] ?([0-9]{1,2})[-/.月] ?([0-9]{1,2})日?"
_WESTERN: Final = re.compile(f"([0-9]{{4}}){_MONTH_AND_DAY}")
_COMPACT: Final = re.compile("([0-9]{4})([0-9]{2})([0-9]{2})")
_JAPANESE: Final = re.compile(
    rf"([SHR]|昭和|平成|令和)\.? ?(元|[0-9]{{1,2}}){_MONTH_AND_DAY}", re.I
)
_SERIAL: Final = re.compile("[0-9]{5}")
_SPREADSHEETS_ZERO: Final = date(1899, 12, 30)
"""Excel's day 0 in its system of 1900, right for every day from March 1900 on."""


def day(text: str) -> date | None:
    """None where it is no day.

    >>> {day(d) for d in ("2026-04-01", "2026年4月1日", "20260401", "R8.4.1", "46113")}
    {datetime.date(2026, 4, 1)}
    >>> day("4/1"), day("04/01/2026"), day("2026/2/29"), day("平成31年5月1日")
    (None, None, None, None)
    """
    if western := _WESTERN.fullmatch(text) or _COMPACT.fullmatch(text):
        return _date(*map(int, western.groups()))
    if japanese := _JAPANESE.fullmatch(text):
        era, year, month, of_month = japanese.groups()
        return _of_era(era, 1 if year == "元" else int(year), int(month), int(of_month))
    return _SPREADSHEETS_ZERO + timedelta(int(text)) if _SERIAL.fullmatch(text) else None


def _of_era(era: str, year: int, month: int, of_month: int) -> date | None:
    place = next(i for i, (*names, _) in enumerate(ERAS) if era.upper() in names)
    first = ERAS[place][2]
    until = ERAS[place + 1][2] if place + 1 < len(ERAS) else date.max
    found = _date(first.year + year - 1, month, of_month)
    return found if found and year and first <= found < until else None


def _date(year: int, month: int, of_month: int) -> date | None:
    try:
        return date(year, month, of_month)
    except ValueError:
        return None
