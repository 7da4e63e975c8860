"""One introduction, and what became of it: 職業紹介の取扱状況."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from shared.domain.ids import RecommendationId
from shared.domain.tokyo import years_after

ALONE_YEARS: Final = 2
"""Whom we placed is not asked to move on (S10)."""
_YEAR_MONTHS, _HALF_A_YEAR = 12, 6


class Result(StrEnum):
    OPEN = "open"
    HIRED = "hired"
    NOT_HIRED = "not_hired"


class Stay(StrEnum):
    """Whether somebody was still there six months after joining."""

    STAYED = "stayed"
    LEFT = "left"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Dealing:
    """`other` is who stands opposite: the company's name, or the seeker's.

    Args:
        indefinite: the term of employment; None where the job order does not say.
        restored: the credit that paid came back, which is what is paid back of a free hire.
        stay: as somebody asked; None while nobody has.
    """

    recommendation_id: RecommendationId
    introduced_on: date
    other: str
    indefinite: bool | None = None
    joined_on: date | None = None
    declined_on: date | None = None
    left_on: date | None = None
    restored: bool = False
    refund_jpy: int | None = None
    stay: Stay | None = None

    @property
    def result(self) -> Result:
        if self.joined_on:
            return Result.HIRED
        return Result.NOT_HIRED if self.declined_on else Result.OPEN

    @property
    def left_alone_until(self) -> date | None:
        """The last day; of a fixed term the law asks for none."""
        if self.joined_on is None or self.indefinite is False:
            return None
        return years_after(self.joined_on, ALONE_YEARS) - timedelta(days=1)

    def stay_by(self, today: date) -> Stay | None:
        """None where it need not be said, or not yet."""
        if self.joined_on is None or self.indefinite is False:
            return None
        due = half_a_year_after(self.joined_on)
        if self.left_on and self.left_on <= due:
            return Stay.LEFT
        return self.stay or (Stay.UNKNOWN if today > due else None)


def half_a_year_after(on: date) -> date:
    """
    >>> half_a_year_after(date(2026, 8, 31))
    datetime.date(2027, 2, 28)
    """
    year, nth = divmod(on.year * _YEAR_MONTHS + on.month - 1 + _HALF_A_YEAR, _YEAR_MONTHS)
    for last in (on.day, 30, 29, 28):
        try:
            return date(year, nth + 1, last)
        except ValueError:
            continue
    raise AssertionError(on)
