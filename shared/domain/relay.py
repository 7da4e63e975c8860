"""Who hands on to whom. A company sees partners, never people: from 3 candidates, in steps of 3.

A partner has a name where both agreed to be named and 3 candidates allowed statistics; else it is
one of its industry and size, and all of these are one edge.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from shared.domain.company import Company
from shared.domain.ids import CompanyId
from shared.domain.rules import PUBLISH_STEP

FEWEST: Final = 3
"""Candidates on an edge that is shown."""


class Direction(StrEnum):
    TO = "to"
    """The company let them go, the partner hired them."""
    FROM = "from"
    """The partner let them go, the company hired them."""


@dataclass(frozen=True, slots=True)
class Edge:
    """`people` joined; so many of them as `open_people` allowed statistics."""

    direction: Direction
    partner_id: CompanyId
    people: int
    open_people: int


@dataclass(frozen=True, slots=True)
class Named:
    name: str


@dataclass(frozen=True, slots=True)
class Band:
    industry: str | None
    size_band: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    direction: Direction
    partner: Named | Band
    candidates: int


def shown(
    mine: Company, edges: Iterable[Edge], partners: Mapping[CompanyId, Company]
) -> list[Shown]:
    """What `mine` may see, most candidates first."""
    found = Counter[tuple[Direction, Named | Band]]()
    for edge in edges:
        partner, people = _seen(edge, mine, partners[edge.partner_id])
        found[edge.direction, partner] += people
    rows = [Shown(*which, _stepped(people)) for which, people in found.items()]
    return sorted((row for row in rows if row.candidates), key=_most_first)


def one_more(
    edges: Iterable[Edge], direction: Direction, partner_id: CompanyId, open_people: int
) -> list[Edge]:
    """With one more person on the edge to that partner, who allows statistics or (0) does not."""
    others, edge = list[Edge](), Edge(direction, partner_id, 0, 0)
    for each in edges:
        if (each.direction, each.partner_id) == (direction, partner_id):
            edge = each
        else:
            others.append(each)
    more = replace(edge, people=edge.people + 1, open_people=edge.open_people + open_people)
    return [*others, more]


def _seen(edge: Edge, mine: Company, partner: Company) -> tuple[Named | Band, int]:
    both = mine.shows_partners and partner.shows_partners
    if both and edge.open_people >= FEWEST:
        return Named(partner.name), edge.open_people
    return Band(partner.industry, partner.size_band), edge.people


def _stepped(people: int) -> int:
    """
    >>> [_stepped(people) for people in (2, 3, 5, 6)]
    [0, 3, 3, 6]
    """
    return people // PUBLISH_STEP * PUBLISH_STEP


def _most_first(row: Shown) -> tuple[int, str, str]:
    return -row.candidates, row.direction, repr(row.partner)
