"""The yearly placement report (ESA 32-16), counted from the registers, month by month.

A year is April to March; the report on it is handed in by the end of the April after.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from typing import Final, Self

from shared.domain.dealing import Dealing, Stay
from shared.domain.fee_row import FeeRow
from shared.domain.ids import RecommendationId
from shared.domain.register_rows import Ending, OrderRow, SeekerRow
from shared.domain.registers import month, months
from shared.domain.rules import FIRST

APRIL: Final = 4

type Hires = Mapping[RecommendationId, Dealing]


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one month, or the sum of several."""

    seekers: int = 0
    orders: int = 0
    openings: int = 0
    placements: int = 0
    indefinite: int = 0
    fixed: int = 0
    unsaid: int = 0
    left: int = 0
    free: int = 0
    fees_jpy: int = 0
    collected_jpy: int = 0

    def __add__(self, other: Self) -> Self:
        names = [one.name for one in fields(self)]
        return type(self)(*(getattr(self, name) + getattr(other, name) for name in names))


NAMES: Final = tuple(one.name for one in fields(Figures))


@dataclass(frozen=True, slots=True)
class Valid:
    """At the end of the year's last day, whenever it came."""

    valid_seekers: int = 0
    valid_openings: int = 0

    def __add__(self, other: Self) -> Self:
        seekers = self.valid_seekers + other.valid_seekers
        return type(self)(seekers, self.valid_openings + other.valid_openings)


VALID: Final = tuple(one.name for one in fields(Valid))


@dataclass(frozen=True, slots=True)
class Year:
    """`first` is the calendar year its April is in."""

    first: int
    figures: Mapping[str, Figures]
    wishes: Mapping[str, int] = field(default_factory=dict)
    """Of the year's seekers, by the occupation they wished for; empty is unsaid."""
    valid: Valid = Valid()

    @property
    def whole(self) -> Figures:
        return sum(self.figures.values(), Figures())


def year_of(on: date) -> int:
    """
    >>> year_of(date(2027, 3, 31)), year_of(date(2027, 4, 1))
    (2026, 2027)
    """
    return on.year if on.month >= APRIL else on.year - 1


def months_of(first: int) -> Sequence[str]:
    return tuple(months(f"{first}-04", f"{first + 1}-03"))


def months_before(first: int) -> Sequence[str]:
    """Since the programme began: what came then may still be valid."""
    began = month(FIRST.effective_from)
    return tuple(months(began, f"{first}-03"))


def last_day(first: int, today: date) -> date:
    """Of a year that runs, today."""
    return min(date(first + 1, APRIL, 1) - timedelta(days=1), today)


def due(first: int) -> date:
    return date(first + 1, APRIL, 30)


def figures(
    seekers: Sequence[SeekerRow],
    orders: Sequence[OrderRow],
    fees: Sequence[FeeRow],
    hires: Hires,
    today: date,
) -> Figures:
    """Of the rows of one month. A fee stands in the month of joining, so it is a placement's."""
    joined = [hires.get(fee.recommendation_id) for fee in fees]
    terms = Counter(one.indefinite if one else None for one in joined)
    return Figures(
        seekers=len(seekers),
        orders=len(orders),
        openings=sum(order.openings for order in orders),
        placements=len(fees),
        indefinite=terms[True],
        fixed=terms[False],
        unsaid=terms[None],
        left=sum(one is not None and one.stay_by(today) is Stay.LEFT for one in joined),
        free=sum(fee.credit_id is not None for fee in fees),
        fees_jpy=sum(fee.fee_jpy for fee in fees),
        collected_jpy=sum(fee.fee_jpy for fee in fees if fee.collected_on),
    )


def valid(seekers: Iterable[SeekerRow], orders: Iterable[OrderRow], on: date) -> Valid:
    """Who was found to be somebody else since is counted as that one."""
    alone = (one for one in seekers if one.ending is not Ending.MERGED)
    seeking = sum(_is_valid(one, on) and not any(_hired(one, on)) for one in alone)
    looked_for = (max(0, o.openings - sum(_hired(o, on))) for o in orders if _is_valid(o, on))
    return Valid(seeking, sum(looked_for))


def _is_valid(row: SeekerRow | OrderRow, on: date) -> bool:
    return row.received_on <= on and (row.ended_on is None or row.ended_on > on)


def _hired(row: SeekerRow | OrderRow, on: date) -> Iterator[bool]:
    """Of each introduction, whether it had led to a job by then that lasted."""
    for one in row.dealings:
        left = one.left_on is not None and one.left_on <= on
        yield one.joined_on is not None and one.joined_on <= on and not left


def wishes(seekers: Iterable[SeekerRow]) -> Counter[str]:
    return Counter(seeker.occupation or "" for seeker in seekers)
