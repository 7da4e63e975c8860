"""What is to come, told from what came."""

import random

import pytest

from shared.domain.forecast import Forecast, Pace, forecast


def drawn(counted: int, longer: float, chance: random.Random) -> int:
    """A pace from what was seen, and a number from that pace."""
    left, came = chance.gammavariate(counted, 1) * longer, 0
    while (left := left - chance.expovariate(1)) > 0:
        came += 1
    return came


@pytest.mark.parametrize("months", [3, 6, 12])
@pytest.mark.parametrize(("counted", "toward_next"), [(3, 9), (20, 0), (40, -12)])
def test_the_forecast_is_the_mean_of_many_draws(
    counted: int, toward_next: int, months: int
) -> None:
    chance, ahead = random.Random(7), months * 30.4
    draws = [max(0, (toward_next + drawn(counted, ahead / 90, chance)) // 10) for _ in range(4000)]
    said = forecast([Pace(counted, 90, toward_next)], ahead)
    assert said.expected == pytest.approx(sum(draws) / len(draws), abs=0.25)
    within = sum(said.low <= draw <= said.high for draw in draws) / len(draws)
    assert within >= 0.88


def test_many_companies_are_surer_than_one() -> None:
    one, many = forecast([Pace(10, 90, 0)], 90), forecast([Pace(10, 90, 0)] * 100, 90)
    assert many.expected == pytest.approx(100 * one.expected, rel=0.1)
    assert (many.high - many.low) < 100 * (one.high - one.low) / 5


def test_a_debt_is_filled_before_anything_is_granted() -> None:
    assert forecast([Pace(9, 90, -1000)], 90) == Forecast(0.0, 0, 0)


def test_nothing_ahead_grants_nothing() -> None:
    assert forecast([Pace(50, 90, 9)], 0) == Forecast(0.0, 0, 0)


def test_a_large_company_is_no_trouble() -> None:
    said = forecast([Pace(100_000, 90, 0)], 365)
    assert said.expected == pytest.approx(100_000 * 365 / 90 / 10, rel=0.001)
    assert said.low < said.expected < said.high
