"""How fast one key may ask: by the table, counted in the request that reads the key."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from shared.domain.access import Caller
from shared.domain.errors import TooManyRequests, Unauthenticated
from shared.domain.pace import PACES, READS, REJECTIONS, Pace, pace_of
from shared.table import keys
from shared.table.api_keys import ApiKeys
from shared.table.commit import Table
from tests.support.builders import ACME, NOON

SLOW = Pace("writes", every_ms=500, at_once=3)
MAY = Caller("key_1", "company", frozenset({"links:write"}), ACME)
SECOND = timedelta(seconds=1)
type Asks = Callable[[datetime], bool]


@pytest.fixture
def api_keys(table: Table) -> ApiKeys:
    found = ApiKeys(table)
    found.add("digest", MAY)
    return found


@pytest.fixture
def asks(api_keys: ApiKeys) -> Asks:
    """Whether it is let in."""

    def asks(at: datetime, pace: Pace = SLOW) -> bool:
        try:
            return api_keys.find("digest", at, pace) == MAY
        except TooManyRequests:
            return False

    return asks


def test_after_a_rest_some_are_let_in_at_once_and_no_more(asks: Asks) -> None:
    assert [asks(NOON) for _ in range(5)] == [True, True, True, False, False]


def test_whoever_waits_as_long_as_they_were_told_is_let_in(api_keys: ApiKeys, asks: Asks) -> None:
    for _ in range(3):
        assert asks(NOON)
    with pytest.raises(TooManyRequests) as refused:
        api_keys.find("digest", NOON, SLOW)
    assert refused.value.retry_after == 1
    assert asks(NOON + refused.value.retry_after * SECOND)


def test_whoever_keeps_the_pace_is_never_refused(asks: Asks) -> None:
    assert all(asks(NOON + n * timedelta(milliseconds=500)) for n in range(50))


def test_over_a_minute_no_more_are_let_in_than_the_pace_and_one_rush(asks: Asks) -> None:
    let_in = sum(asks(NOON + n * timedelta(milliseconds=100)) for n in range(601))
    assert let_in == 60 * 2 + SLOW.at_once


def test_one_refused_costs_nothing_of_what_is_to_come(asks: Asks) -> None:
    tried = [asks(NOON) for _ in range(20)]
    assert tried.count(True) == SLOW.at_once
    assert asks(NOON + SECOND)


def test_what_is_asked_of_one_family_leaves_the_others(api_keys: ApiKeys, asks: Asks) -> None:
    assert [asks(NOON) for _ in range(4)][-1] is False
    assert api_keys.find("digest", NOON, READS) == MAY


def test_another_key_is_counted_for_itself(api_keys: ApiKeys, asks: Asks) -> None:
    api_keys.add("other", Caller("key_2", "company", MAY.scopes, ACME))
    assert [asks(NOON) for _ in range(4)][-1] is False
    assert api_keys.find("other", NOON, SLOW).key_id == "key_2"


def test_what_another_clock_wrote_locks_nobody_out(table: Table, asks: Asks) -> None:
    assert asks(NOON + timedelta(days=400))
    assert asks(NOON)


def test_a_key_nobody_has_is_not_known_and_leaves_nothing(table: Table) -> None:
    with pytest.raises(Unauthenticated):
        ApiKeys(table).find("made up", NOON, SLOW)
    assert table.get(keys.api_key("made up")) is None


def test_a_mass_rejection_goes_through_with_patience(api_keys: ApiKeys) -> None:
    """Two thousand, by one who waits as told: in minutes, and all of them."""
    at, done = NOON, 0
    while done < 2000:
        try:
            api_keys.find("digest", at, REJECTIONS)
            done += 1
        except TooManyRequests as refused:
            at += refused.retry_after * SECOND
    assert at - NOON <= timedelta(minutes=3)


def test_each_family_keeps_a_number_of_its_own() -> None:
    assert len({pace.field for pace in PACES}) == len(PACES)
    said = [pace_of("POST", path).family for path in ("/v1/rejection-mails/render", "/v1/links")]
    assert said == ["rejections", "writes"]
