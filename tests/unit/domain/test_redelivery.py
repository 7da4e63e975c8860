"""What follows each attempt at a webhook."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.heard import Answered, Heard, Unanswered, Why
from shared.domain.redelivery import (
    PLAN,
    SPREAD,
    Again,
    Delivered,
    GivenUp,
    Gone,
    Outcome,
    after,
)
from shared.domain.retry_after import LONGEST, asked_wait

NOW = datetime(2026, 4, 1, 12, tzinfo=UTC)
DOWN = Answered(500)
HEARD: st.SearchStrategy[Heard] = st.one_of(
    st.builds(Answered, st.integers(0, 999), st.none() | st.text(max_size=80)),
    st.builds(Unanswered, st.sampled_from(Why)),
)


def test_a_dead_endpoint_is_tried_eight_times_at_the_planned_times() -> None:
    waits = [after(n, DOWN, NOW, 0) for n in range(1, 9)]
    assert waits == [*(Again(NOW + wait) for wait in PLAN), GivenUp()]
    minutes = [wait / timedelta(minutes=1) for wait in PLAN]
    assert minutes == [5 / 60, 5, 30, 120, 300, 600, 600]


@pytest.mark.parametrize(
    ("status", "then"),
    [(200, Delivered()), (202, Delivered()), (299, Delivered()), (410, Gone())],
)
def test_a_good_answer_and_a_last_word_end_it(status: int, then: Outcome) -> None:
    assert after(1, Answered(status), NOW, 0) == then
    assert after(8, Answered(status), NOW, 0) == then


@pytest.mark.parametrize("status", [100, 199, 301, 302, 307, 308, 400, 404, 429, 500, 503, 600])
def test_a_redirect_and_every_other_answer_is_a_failure(status: int) -> None:
    assert after(1, Answered(status), NOW, 0) == Again(NOW + PLAN[0])


@given(attempt=st.integers(-2, 20), heard=HEARD, jitter=st.floats(allow_nan=False))
def test_another_attempt_is_never_early_and_at_most_a_day_or_the_plan_away(
    attempt: int, heard: Heard, jitter: float
) -> None:
    then = after(attempt, heard, NOW, jitter)
    if isinstance(then, Again):
        planned = PLAN[max(attempt, 1) - 1]
        assert planned <= then.at - NOW <= max(planned * (1 + SPREAD), LONGEST)
        assert attempt <= len(PLAN)


def test_attempts_that_failed_together_do_not_come_again_together() -> None:
    at = {after(2, DOWN, NOW, jitter / 10) for jitter in range(10)}
    assert len(at) == 10


def test_an_endpoint_may_ask_for_more_time_and_not_for_less() -> None:
    busy = Answered(503, "3600")
    assert after(1, busy, NOW, 0) == Again(NOW + timedelta(hours=1))
    assert after(4, busy, NOW, 0) == Again(NOW + PLAN[3])


def test_asking_for_time_gives_no_ninth_attempt() -> None:
    assert after(8, Answered(503, "60"), NOW, 0) == GivenUp()


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("Wed, 01 Apr 2026 12:02:00 GMT", 120),
        ("Wednesday, 01-Apr-26 12:02:00 GMT", 120),
        ("Wed Apr  1 12:02:00 2026", 120),
        ("Wed, 01 Apr 2026 11:00:00 GMT", 0),
        (" 7 ", 7),
        ("-7", 0),
        ("1.5", 0),
        ("٣", 0),
        ("", 0),
        (None, 0),
        ("9" * 40, 86400),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 86400),
    ],
)
def test_seconds_and_dates_are_read_and_bounded(header: str | None, seconds: int) -> None:
    assert asked_wait(header, NOW) == timedelta(seconds=seconds)


@given(st.text() | st.from_regex(r"[A-Za-z]{3}, \d+ [A-Z][a-z]{2} \d+ [\d:]+ [A-Z+\-\d]+"))
def test_whatever_the_header_says_the_wait_is_between_none_and_a_day(header: str) -> None:
    assert timedelta() <= asked_wait(header, NOW) <= LONGEST
