"""A breach drill: whom a window of time touches, by when who is to be told (APPI 26)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from shared.domain.errors import InvalidRequest

MANY: Final = 1_000
"""Over so many people it is reported, whatever it was."""
FIRST_DAYS: Final = 5
FULL_DAYS: Final = 30
HARM_DAYS: Final = 60
"""Counted with the day somebody learnt of it, as the guidelines do."""


class Touched(StrEnum):
    """Kinds of items, by the words the command prints."""

    REGISTRATION = "registration"
    FILE = "file"
    MESSAGE = "message"
    CV = "cv"
    CONSENT = "consent"
    RECOMMENDATION = "recommendation"
    PROVISION = "provision"
    REGISTER = "register"
    CONTACT = "contact"
    MEMBER = "member"


class Why(StrEnum):
    """It must be reported."""

    HARM = "harm"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Window:
    """From `begin` on and before `end`: what is asked, and what the command is told."""

    begin: datetime
    end: datetime
    touched: tuple[Touched, ...]
    learnt_at: datetime
    meant_harm: bool = False

    def check(self, now: datetime) -> None:
        """Raises InvalidRequest."""
        wrong = dict[str, str]()
        if self.end <= self.begin:
            wrong["end"] = "before"
        if self.begin > now:
            wrong["begin"] = "later"
        if self.learnt_at > now:
            wrong["learnt_at"] = "later"
        if not self.touched:
            wrong["touched"] = "missing"
        if wrong:
            raise InvalidRequest(f"wrong or missing: {', '.join(wrong)}", wrong)

    @property
    def full_days(self) -> int:
        return HARM_DAYS if self.meant_harm else FULL_DAYS

    def first_by(self, learnt_on: date) -> date:
        """
        >>> at = datetime(2026, 3, 2)
        >>> one = Window(at, at, (), at)
        >>> one.first_by(at.date()).isoformat(), one.full_by(at.date()).isoformat()
        ('2026-03-06', '2026-03-31')
        """
        return learnt_on + timedelta(days=FIRST_DAYS - 1)

    def full_by(self, learnt_on: date) -> date:
        return learnt_on + timedelta(days=self.full_days - 1)


@dataclass(frozen=True, slots=True)
class Drill:
    """A window, and what came of looking: as whoever ran the command noted it.

    Args:
        minutes: from the beginning until it was known whom it touches.
        outcome: in their own words; it stays here and is in no log.
    """

    drill_id: str
    at: datetime
    by: str
    window: Window
    people: int
    companies: int
    minutes: int
    outcome: str

    @property
    def why(self) -> tuple[Why, ...]:
        """Why it would have to be reported; empty is for a person to decide."""
        found = (Why.HARM, self.window.meant_harm), (Why.MANY, self.people > MANY)
        return tuple(why for why, is_so in found if is_so)
