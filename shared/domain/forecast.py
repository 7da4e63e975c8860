"""How many credits will be granted, from the pace of the last days.

Gamma-Poisson, company by company: referrals come at an unknown steady pace, of which the days
looked at are all that is known (prior 1/pace). So what comes is negative binomial: its mean goes on
at the pace seen, and a company that was silent stays silent. Companies yet to come are not in it.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from shared.domain.rules import THRESHOLD

NINETY_PERCENT: Final = 1.645
"""Standard deviations to each side."""
NEGLIGIBLE: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Pace:
    """`counted` in the last `days`; `toward_next` since the last milestone, below 0 for a debt."""

    counted: int
    days: float
    toward_next: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """`low` and `high` hold nine times in ten."""

    expected: float
    low: int
    high: int


def forecast(paces: Iterable[Pace], ahead: float) -> Forecast:
    """Grants within `ahead` days; the sum of many companies is nearly normal.

    >>> forecast([Pace(counted=0, days=90, toward_next=9)], 365)
    Forecast(expected=0.0, low=0, high=0)
    """
    moments = [_of_company(pace, ahead) for pace in paces if pace.counted > 0]
    mean = math.fsum(mean for mean, _ in moments)
    spread = NINETY_PERCENT * math.sqrt(sum(variance for _, variance in moments))
    low, high = max(0, math.floor(mean - spread)), math.ceil(mean + spread)
    return Forecast(round(mean, 1), low, high)


def _of_company(pace: Pace, ahead: float) -> tuple[float, float]:
    """Mean and variance of its grants."""
    mean = square = total = 0.0
    for referrals, weight in _referrals(pace.counted, ahead / pace.days):
        grants = max(0, (pace.toward_next + referrals) // THRESHOLD)
        mean, square, total = (
            mean + weight * grants,
            square + weight * grants * grants,
            total + weight,
        )
    mean, square = mean / total, square / total
    return mean, max(0.0, square - mean * mean)


def _referrals(counted: int, longer: float) -> Iterator[tuple[int, float]]:
    """Each number that may come with its weight, from the likeliest both ways.

    P(k + 1) / P(k) = (counted + k) / (k + 1) * longer / (1 + longer)
    """
    share = longer / (1 + longer)
    likeliest = max(0, math.floor((counted - 1) * longer))
    weight, k = 1.0, likeliest
    while weight > NEGLIGIBLE:
        yield k, weight
        weight, k = weight * (counted + k) / (k + 1) * share, k + 1
    weight, k = 1.0, likeliest
    while k > 0 and weight > NEGLIGIBLE:
        weight, k = weight * k / ((counted + k - 1) * share), k - 1
        yield k, weight
