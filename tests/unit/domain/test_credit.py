"""A credit is good for 24 calendar months."""

from datetime import datetime, timedelta

import pytest

from shared.domain.credit import expiry
from shared.domain.rules import FIRST
from shared.domain.tokyo import TOKYO


@pytest.mark.parametrize(
    ("granted", "expires"),
    [
        ("2026-01-31T09:00:00+09:00", "2028-01-31T09:00:00+09:00"),
        ("2026-12-31T23:59:59+09:00", "2028-12-31T23:59:59+09:00"),
        ("2024-02-29T00:00:00+09:00", "2026-02-28T00:00:00+09:00"),
        ("2026-02-28T00:00:00+09:00", "2028-02-28T00:00:00+09:00"),
    ],
)
def test_it_expires_on_the_same_day_or_the_months_last(granted: str, expires: str) -> None:
    assert expiry(datetime.fromisoformat(granted), FIRST) == datetime.fromisoformat(expires)


def test_every_day_of_eight_years_expires_in_the_same_month_two_years_later() -> None:
    day = datetime(2024, 1, 1, tzinfo=TOKYO)
    for _ in range(8 * 366):
        until = expiry(day, FIRST)
        assert (until.year, until.month) == (day.year + 2, day.month)
        assert until.day <= day.day
        day += timedelta(days=1)
