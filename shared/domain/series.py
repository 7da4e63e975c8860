"""Figures over time: days, weeks from Monday, months, all by Tokyo's calendar."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from shared.domain.errors import InvalidRequest
from shared.domain.figures import NOT, Cell
from shared.domain.ids import LinkId
from shared.domain.link import Visit

LONGEST: Final = timedelta(days=366)
USUAL: Final = timedelta(days=29)
"""Thirty days, today among them, where nobody says from when."""


class Granularity(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Days:
    """Both are in it."""

    since: date
    until: date

    @classmethod
    def asked(cls, since: date | None, until: date | None, today: date) -> "Days":
        """Raises InvalidRequest, naming the field that cannot be."""
        last = until or today
        first = since or last - USUAL
        if last > today:
            raise InvalidRequest("`to` is not over yet", {"to": "malformed"})
        if first > last:
            raise InvalidRequest("`from` is after `to`", {"from": "malformed"})
        if last - first >= LONGEST:
            raise InvalidRequest("from `from` to `to` are 366 days at most", {"from": "too_long"})
        return cls(first, last)

    def months(self) -> Iterator[str]:
        """
        >>> list(Days(date(2026, 12, 31), date(2027, 1, 1)).months())
        ['2026-12', '2027-01']
        """
        first, last = (d.year * 12 + d.month - 1 for d in (self.since, self.until))
        yield from (f"{m // 12:04d}-{m % 12 + 1:02d}" for m in range(first, last + 1))

    def holds(self, day: date) -> bool:
        return self.since <= day <= self.until


@dataclass(frozen=True, slots=True)
class Visits:
    human: int = 0
    suspected_bot: int = 0

    @property
    def total(self) -> int:
        return self.human + self.suspected_bot


type Seen = tuple[LinkId, Visit, date]


@dataclass(frozen=True, slots=True)
class Figures:
    """Of some days. `people` by the name of their figure."""

    days: Days
    people: Mapping[str, int]
    visits: Visits

    def of(self, name: str) -> int:
        return self.people.get(name, 0)

    @property
    def not_counted(self) -> dict[str, int]:
        """By reason, the most first; none that is nothing."""
        found = {n.removeprefix(NOT): k for n, k in self.people.items() if n.startswith(NOT) and k}
        return dict(sorted(found.items(), key=lambda of: (-of[1], of[0])))


@dataclass(frozen=True, slots=True)
class Series:
    whole: Figures
    parts: tuple[Figures, ...]
    granularity: Granularity


def series(
    days: Days, granularity: Granularity, cells: Mapping[Cell, int], visits: Mapping[Seen, int]
) -> Series:
    parts = tuple(over(part, cells, visits) for part in _parts(days, granularity))
    return Series(over(days, cells, visits), parts, granularity)


def most_visited(days: Days, visits: Mapping[Seen, int], at_most: int) -> list[LinkId]:
    """The one most people opened comes first."""
    by_people, by_all = Counter[LinkId](), Counter[LinkId]()
    for (link_id, kind, day), times in visits.items():
        if days.holds(day):
            by_people[link_id] += times if kind == "human" else 0
            by_all[link_id] += times
    first = sorted(by_all, key=lambda link_id: (-by_people[link_id], -by_all[link_id], link_id))
    return first[:at_most]


def over(days: Days, cells: Mapping[Cell, int], visits: Mapping[Seen, int]) -> Figures:
    people = Counter[str]()
    for (name, day), shown in cells.items():
        people[name] += shown if days.holds(day) else 0
    seen = Counter[str]()
    for (_, kind, day), times in visits.items():
        seen[kind] += times if days.holds(day) else 0
    return Figures(days, people, Visits(seen["human"], seen["suspected_bot"]))


def _parts(days: Days, granularity: Granularity) -> Iterator[Days]:
    """The first and the last may be shorter than the others: they end with what was asked."""
    since = days.since
    while since <= days.until:
        until = min(_last(since, granularity), days.until)
        yield Days(since, until)
        since = until + timedelta(days=1)


def _last(since: date, granularity: Granularity) -> date:
    """
    >>> [_last(date(2026, 3, 4), g).isoformat() for g in Granularity]
    ['2026-03-04', '2026-03-08', '2026-03-31']
    """
    match granularity:
        case Granularity.DAY:
            return since
        case Granularity.WEEK:
            return since + timedelta(days=6 - since.weekday())
        case Granularity.MONTH:
            following = (since.replace(day=1) + timedelta(days=31)).replace(day=1)
            return following - timedelta(days=1)
