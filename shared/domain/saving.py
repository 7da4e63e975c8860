"""What the relay saves a company, measured by the company's own figures. Arithmetic alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shared.domain.fee import Fee

YEAR: Final = 365
"""Days. A company that takes part for less is not blown up to a year."""
PROMISED: Final = (100, 200)
"""10-20 %, in tenths of a percent."""


class Channel(StrEnum):
    """How a company finds people."""

    AGENCY = "agency"
    MEDIA = "media"
    SCOUT = "scout"
    REFERRAL = "referral"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Cost:
    """Hires of one channel in a year without the relay, and what each costs in yen."""

    channel: Channel
    hires: int
    each_jpy: int

    @property
    def a_year_jpy(self) -> int:
        return self.hires * self.each_jpy


@dataclass(frozen=True, slots=True)
class OwnCosts:
    """A company's own word; nobody checks it but whoever reads the report."""

    costs: tuple[Cost, ...]

    @property
    def hires(self) -> int:
        return sum(cost.hires for cost in self.costs)

    @property
    def a_year_jpy(self) -> int:
        return sum(cost.a_year_jpy for cost in self.costs)

    @property
    def each_jpy(self) -> int:
        """Of one hire, over all channels; fractions of a yen are left out."""
        return self.a_year_jpy // self.hires if self.hires else 0


@dataclass(frozen=True, slots=True)
class Saving:
    """
    Args:
        used: credits consumed and not given back.
        fee_jpy: what these hires would have cost at the agency's fee, above what was paid beside.
        a_year_jpy: the same, spread over the time the company took part: a year at least.
        share: of the company's own cost a year, in tenths of a percent; None without its figures.
        careful_share: the same with each hire at no more than the company's own cost of one.
    """

    used: int
    fee_jpy: int
    a_year_jpy: int
    share: int | None
    careful_share: int | None


def saving(fees: Sequence[Fee], costs: OwnCosts | None, days: int) -> Saving:
    """
    Args:
        fees: of each hire a credit paid for, as its job order says it.
        days: since the company takes part.
    """
    saved = [fee.without_credit_jpy - fee.with_credit_jpy for fee in fees]
    total, spread = sum(saved), max(days, YEAR)
    own = costs.a_year_jpy if costs else 0
    careful = sum(min(each, costs.each_jpy) for each in saved) if costs else 0
    return Saving(
        used=len(fees),
        fee_jpy=total,
        a_year_jpy=total * YEAR // spread,
        share=_share(total, own, spread),
        careful_share=_share(careful, own, spread),
    )


def _share(saved_jpy: int, own_jpy: int, days: int) -> int | None:
    return saved_jpy * YEAR * 1000 // (own_jpy * days) if own_jpy else None


def needed(share: int, costs: OwnCosts, fee_jpy: int) -> int:
    """Credits a year that save this share.

    Args:
        share: in tenths of a percent.
        fee_jpy: what one credit is worth.

    >>> costs = OwnCosts((Cost(Channel.AGENCY, 10, 2_000_000),))
    >>> needed(100, costs, 1_750_000), needed(200, costs, 1_750_000)
    (2, 3)
    """
    return -(-costs.a_year_jpy * share // (1000 * fee_jpy)) if fee_jpy else 0


def kept(share: int) -> str:
    """Whether the promise is kept: below, within or above it."""
    low, high = PROMISED
    return "below" if share < low else "above" if share > high else "within"
