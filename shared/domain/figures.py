"""Figures of people, as a company may read them: gathered one by one, shown three at a time.

All links together show what has gathered; a link by itself keeps its newest person back, or the
difference of the two would tell of one person on a link nobody else used (docs/decisions/0027).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from shared.domain.ids import LinkId
from shared.domain.registration import Reason
from shared.domain.rules import PUBLISH_STEP

ALL: Final = "ALL"
"""The scope of all links together; any other scope is a link's id."""
SUBMITTED: Final = "submitted"
VERIFIED: Final = "verified"
COUNTED: Final = "counted"
REVERSED: Final = "reversed"
NOT: Final = "not_"
"""Before the reason, where one did not count."""
KEPT_BACK: Final = 1
"""People of a link that are not shown yet, beside those that wait for a third."""

type Cell = tuple[str, date]
"""A figure's name and a day in Tokyo."""


def not_counted(reason: str) -> str:
    """
    >>> not_counted(Reason.LINK_CLOSED)
    'not_link_closed'
    """
    return f"{NOT}{reason}"


NAMES: Final = (SUBMITTED, VERIFIED, COUNTED, REVERSED, *map(not_counted, Reason))


def shown(people: int, scope: str) -> int:
    """
    >>> [shown(people, ALL) for people in (0, 2, 3, 5, 6)]
    [0, 0, 3, 3, 6]
    >>> [shown(people, "lnk_1") for people in (0, 3, 4, 6, 7)]
    [0, 0, 3, 3, 6]
    """
    seen = people if scope == ALL else max(0, people - KEPT_BACK)
    return seen // PUBLISH_STEP * PUBLISH_STEP


@dataclass(frozen=True, slots=True)
class Gathered:
    """All there were, in a scope: exact, so no company reads it. `on` is each figure's last day.

    `exists` is false until the first one.
    """

    scope: str
    people: Mapping[str, int] = field(default_factory=dict)
    on: Mapping[str, date] = field(default_factory=dict)
    exists: bool = True


@dataclass(frozen=True, slots=True)
class Gathering:
    """One more of each of `names`, and what shows of it now."""

    before: Gathered
    names: tuple[str, ...]
    on: Mapping[str, date]
    shows: Mapping[Cell, int]


def gather(before: Gathered, names: Iterable[str], day: date) -> Gathering:
    """What shows, shows on the last day of those it is about: never before one of them came."""
    more = tuple(names)
    on = {name: max(day, before.on.get(name, day)) for name in more}
    shows = {(name, on[name]): moved for name in more if (moved := _moved(before, name))}
    return Gathering(before, more, on, shows)


def _moved(before: Gathered, name: str) -> int:
    people = before.people.get(name, 0)
    return shown(people + 1, before.scope) - shown(people, before.scope)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before a fact is added: where they came from, what was added of them."""

    link_id: LinkId | None
    steps: tuple[str, ...] | None
    """None: nothing yet."""
    gathered: tuple[Gathered, ...]
