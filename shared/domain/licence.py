"""The agency's licence: how long it holds, and when somebody is told that it ends (ESA 4, 30)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from shared.domain.agency import Agency

WARNED: Final = (6, 2)
"""Months before its last day. In days, as its alarms count: infra.watch.mails."""


@dataclass(frozen=True, slots=True)
class Notice:
    months: int
    on: date
    is_past: bool


@dataclass(frozen=True, slots=True)
class Licence:
    """
    Args:
        days_left: 0 on the last day, below 0 once it lapsed.
        stops_on: the first day nobody can register.
    """

    number: str
    until: date
    days_left: int
    is_valid: bool
    stops_on: date
    notices: tuple[Notice, ...]

    @property
    def is_warned(self) -> bool:
        return any(notice.is_past for notice in self.notices)


def licence(agency: Agency, today: date) -> Licence:
    until = agency.licence_until
    warned = ((months, months_before(until, months)) for months in WARNED)
    return Licence(
        agency.licence_number,
        until,
        agency.days_left(today),
        agency.may_register(today),
        until + timedelta(days=1),
        tuple(Notice(months, on, on <= today) for months, on in warned),
    )


def months_before(on: date, months: int) -> date:
    """
    >>> months_before(date(2031, 8, 31), 6).isoformat()
    '2031-02-28'
    >>> months_before(date(2031, 1, 15), 2).isoformat()
    '2030-11-15'
    """
    nth = on.year * 12 + on.month - 1 - months
    year, month = nth // 12, nth % 12 + 1
    return date(year, month, min(on.day, monthrange(year, month)[1]))
