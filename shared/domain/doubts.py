"""What in a job order is right for some and a slip of most: asked before it is posted."""

import re
from typing import Final
from unicodedata import normalize

CLOCK: Final = r"(\d{1,2})[:時](\d{0,2})"
HOURS: Final = re.compile(rf"{CLOCK}分?\s*(?:[-~〜–—−]|から|to)\s*{CLOCK}")


def overnight(stated: str) -> tuple[str, str] | None:
    """The first hours that end before they start, and do not say it is the next day.

    >>> overnight("9:00-17:00、または18時～9時30分")
    ('18:00', '9:30')
    >>> overnight("9:00-18:00、22:00〜翌7:00、18:00-33:00")
    """
    for from_hour, from_minute, to_hour, to_minute in HOURS.findall(normalize("NFKC", stated)):
        start, end = _minutes(from_hour, from_minute), _minutes(to_hour, to_minute)
        if end <= start:
            return _clock(start), _clock(end)
    return None


def _minutes(hour: str, minute: str) -> int:
    return int(hour) * 60 + int(minute or 0)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
