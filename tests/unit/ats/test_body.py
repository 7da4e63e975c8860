from datetime import UTC, datetime, timedelta

import pytest

from shared.ats.body import moment, parsed, since_epoch

SECOND = timedelta(seconds=1)


def test_a_time_is_read_in_utc() -> None:
    assert moment("2026-04-01T11:03:04+09:00") == datetime(2026, 4, 1, 2, 3, 4, tzinfo=UTC)


@pytest.mark.parametrize("said", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "", {}])
def test_a_time_outside_the_calendar_is_none(said: object) -> None:
    assert moment(said) is None


@pytest.mark.parametrize("said", [10**15, 10**40, "９９", "-1", -1, 1.5, True, None, "1e9"])
def test_seconds_outside_the_calendar_or_not_plain_are_none(said: object) -> None:
    assert since_epoch(said, SECOND) is None


@pytest.mark.parametrize("said", [1775001600, "1775001600"])
def test_seconds_are_read_as_a_number_or_as_text(said: object) -> None:
    assert since_epoch(said, SECOND) == datetime(2026, 4, 1, tzinfo=UTC)


def test_an_object_is_read_and_nothing_else_is() -> None:
    assert parsed('{"名": 1}'.encode()) == {"名": 1}
    assert parsed(b"[{}]") is None
