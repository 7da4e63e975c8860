"""Single values of what vendors say, and the limits their headers name."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.connectors.limits import DEFAULT, FARTHEST, LEAVE, Names, limit
from shared.connectors.reading import moment, parsed, reference
from tests.unit.connectors.connected import NOW

NAMES = Names("x-remaining", "x-reset")
SOON = NOW + timedelta(seconds=90)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (265293, "265293"),
        ("3ae2b801-19f6", "3ae2b801-19f6"),
        ("hanako@example.jp", None),
        ("山田花子", None),
        ("1/../2", None),
        ("", None),
        (True, None),
        (-1, None),
        (10**40, None),
        (1.5, None),
        (["1"], None),
    ],
)
def test_a_reference_is_a_number_or_an_id_and_never_an_address(value: Any, read: Any) -> None:
    assert reference(value) == read


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("2026-04-01T11:03:04.5+09:00", "2026-04-01T02:03:04+00:00"),
        ("2026-04-01T02:03:04Z", "2026-04-01T02:03:04+00:00"),
        ("2026-04-01T11:03:04", "2026-04-01T02:03:04+00:00"),
        ("2026-04-01", "2026-03-31T15:00:00+00:00"),
    ],
)
def test_a_time_of_no_zone_is_tokyos(value: str, read: str) -> None:
    at = moment(value)
    assert at is not None
    assert at.isoformat() == read


@pytest.mark.parametrize("value", [None, 7, "", "soon", "0001-01-01T00:00+09:00", ["2026"]])
def test_what_is_no_time_is_none(value: Any) -> None:
    assert moment(value) is None


@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"{", b"[" * 100_000, b"9" * 5000])
def test_what_is_no_json_is_none(body: bytes) -> None:
    assert parsed(body) is None


@pytest.mark.parametrize(
    "said",
    [
        "90",
        str(int(SOON.timestamp())),
        str(int(SOON.timestamp()) * 1000),
        SOON.isoformat(),
        "2026-04-01T12:01:30+09:00",
        "Wed, 01 Apr 2026 03:01:30 GMT",
    ],
)
def test_a_reset_is_read_in_each_of_its_forms(said: str) -> None:
    assert limit({"x-reset": said}, NAMES, NOW).resets_at == SOON
    assert limit({"retry-after": said}, NAMES, NOW).resets_at == SOON


def test_retry_after_wins_over_the_window() -> None:
    told = limit({"retry-after": "90", "x-reset": "5"}, NAMES, NOW)
    assert told.resets_at == SOON


def test_without_headers_nothing_is_spent_and_a_minute_is_waited() -> None:
    told = limit({}, NAMES, NOW)
    assert (told.spent, told.resets_at) == (False, NOW + DEFAULT)


@pytest.mark.parametrize(("left", "spent"), [(0, True), (LEAVE, True), (LEAVE + 1, False)])
def test_some_requests_stay_for_the_companys_other_programs(left: int, spent: bool) -> None:
    assert limit({"x-remaining": str(left)}, NAMES, NOW).spent is spent


@settings(deadline=None)
@given(said=st.text("0123456789-:TZ+. ,aGMTApr９", max_size=30))
def test_whatever_a_header_says_the_wait_is_a_second_to_a_day(said: str) -> None:
    told = limit({"x-remaining": said, "x-reset": said, "retry-after": said}, NAMES, NOW)
    assert timedelta(seconds=1) <= told.resets_at - NOW <= FARTHEST


@settings(deadline=None)
@given(said=st.text("0123456789-:TZ+. ", max_size=30))
def test_any_text_is_a_time_in_utc_or_none(said: str) -> None:
    at = moment(said)
    assert at is None or at.tzinfo is UTC


def test_a_time_keeps_no_fraction() -> None:
    assert moment("2026-04-01T02:03:04.999Z") == datetime(2026, 4, 1, 2, 3, 4, tzinfo=UTC)
