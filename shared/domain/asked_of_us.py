"""What people ask of the agency: until when it is answered, and how long it is kept."""

from datetime import date, datetime, time, timedelta
from typing import Final

from shared.domain.tokyo import TOKYO, day, years_after

WITHIN: Final = timedelta(weeks=2)
"""As the privacy notice and the page /contact promise."""
KEPT_YEARS: Final = 3
"""After it was answered: as long as the longest of the records the law asks for."""


def answer_by(received_on: date) -> date:
    return received_on + WITHIN


def waits_since(received_on: date) -> datetime:
    """What the oldest comes first by."""
    return datetime.combine(received_on, time(), TOKYO)


def is_overdue(received_on: date, now: datetime) -> bool:
    """
    >>> [is_overdue(date(2031, 3, 1), datetime(2031, 3, on, tzinfo=TOKYO)) for on in (15, 16)]
    [False, True]
    """
    return day(now) > answer_by(received_on)


def kept_until(closed_at: datetime) -> datetime:
    return datetime.combine(years_after(day(closed_at), KEPT_YEARS), time(), TOKYO)
