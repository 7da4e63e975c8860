"""The days of the people we serve."""

from datetime import datetime, time, timedelta

import pytest

from shared.domain import tokyo


@pytest.mark.parametrize(
    ("now", "by"),
    [
        ("2026-03-02T12:00:00+09:00", "2026-03-04"),  # Monday: Wednesday
        ("2026-03-05T12:00:00+09:00", "2026-03-09"),  # Thursday: Monday
        ("2026-03-06T23:59:59+09:00", "2026-03-10"),  # Friday: Tuesday
        ("2026-03-07T00:00:00+09:00", "2026-03-10"),  # Saturday: Tuesday
        ("2026-03-08T12:00:00+09:00", "2026-03-10"),  # Sunday: Tuesday
        ("2026-03-06T15:00:00+00:00", "2026-03-10"),  # Friday in UTC, Saturday in Tokyo
    ],
)
def test_an_adviser_writes_by_six_on_the_second_weekday(now: str, by: str) -> None:
    promised = tokyo.reply_by(datetime.fromisoformat(now), 2)
    assert promised.isoformat() == f"{by}T18:00:00+09:00"


@pytest.mark.parametrize(("weekdays", "by"), [(1, "2026-03-06"), (5, "2026-03-12")])
def test_as_many_weekdays_as_the_rules_say(weekdays: int, by: str) -> None:
    thursday = datetime.fromisoformat("2026-03-05T12:00:00+09:00")
    assert tokyo.reply_by(thursday, weekdays).isoformat() == f"{by}T18:00:00+09:00"


@pytest.mark.parametrize(
    ("at", "day"), [("2026-03-02T14:59:59Z", "2026-03-02"), ("2026-03-02T15:00:00Z", "2026-03-03")]
)
def test_a_day_turns_at_midnight_in_tokyo(at: str, day: str) -> None:
    assert str(tokyo.day(datetime.fromisoformat(at))) == day


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("2028-03-02T00:00:00Z", "2028-03-01"),
        ("2028-03-02T14:59:59Z", "2028-03-01"),
        ("2028-03-02T15:00:00Z", "2028-03-02"),
    ],
)
def test_the_last_day_told_is_one_that_is_good_to_its_end(until: str, last: str) -> None:
    told = tokyo.last_whole_day(datetime.fromisoformat(until))
    assert str(told) == last
    ends = datetime.combine(told, time(), tokyo.TOKYO) + timedelta(days=1)
    assert ends <= datetime.fromisoformat(until)
