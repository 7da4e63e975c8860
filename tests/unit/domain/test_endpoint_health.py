"""When an endpoint is given up, and who keeps a delivery until its time."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.endpoint_health import Disabled, Health, disabled, heard
from shared.domain.event_filter import unknown, wants
from shared.domain.postponed import QUEUE_HOLDS, InQueue, OnSchedule, postponed
from shared.domain.redelivery import Again, Delivered, GivenUp, Gone, Outcome

NOW = datetime(2026, 4, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
FAILED = GivenUp()
KINDS = ("credit.granted", "credit.voided", "progress.updated")


def failing(*at: datetime) -> Health:
    health = Health()
    for now in at:
        health = heard(health, FAILED, now)
    return health


def test_it_is_disabled_after_five_failing_days() -> None:
    days = [NOW + n * DAY for n in range(6)]
    assert disabled(failing(*days[:5]), FAILED) is None
    assert disabled(failing(*days), FAILED) is Disabled.FAILING


def test_an_endpoint_that_hears_of_us_seldom_is_not_disabled_for_two_failures() -> None:
    assert disabled(failing(NOW, NOW + 30 * DAY), FAILED) is None


def test_a_day_on_which_nothing_was_sent_is_no_failing_day() -> None:
    days = [NOW + n * DAY for n in (0, 1, 2, 8, 9)]
    assert disabled(failing(*days[:4]), FAILED) is None
    assert disabled(failing(*days), FAILED) is Disabled.FAILING


def test_many_failures_of_one_day_are_one_failing_day() -> None:
    hours = [NOW + timedelta(minutes=n) for n in range(200)]
    assert failing(*hours).days == 1


def test_one_success_forgets_all_failures() -> None:
    health = failing(*(NOW + n * DAY for n in range(5)))
    assert heard(health, Delivered(), NOW + 5 * DAY) == Health()


def test_who_says_gone_is_disabled_at_once() -> None:
    assert disabled(heard(Health(), Gone(), NOW), Gone()) is Disabled.GONE


def test_an_attempt_reported_late_adds_no_day() -> None:
    health = failing(NOW, NOW + DAY)
    assert heard(health, FAILED, NOW) == health


@given(st.lists(st.tuples(st.integers(0, 900), st.sampled_from((FAILED, Again(NOW), Delivered())))))
def test_never_disabled_within_five_days_of_a_success(told: list[tuple[int, Outcome]]) -> None:
    health, good = Health(), NOW
    for hours, outcome in sorted(told, key=lambda each: each[0]):
        now = NOW + timedelta(hours=hours)
        health = heard(health, outcome, now)
        good = now if isinstance(outcome, Delivered) else good
        assert not disabled(health, outcome) or now - good >= 5 * DAY


def test_up_to_fifteen_minutes_wait_in_the_queue_and_longer_ones_on_a_schedule() -> None:
    assert postponed(NOW + timedelta(seconds=4.2), NOW) == InQueue(5)
    assert postponed(NOW + QUEUE_HOLDS, NOW) == InQueue(900)
    assert postponed(NOW - DAY, NOW) == InQueue(0)
    assert postponed(NOW + timedelta(minutes=30, microseconds=1), NOW) == OnSchedule(
        NOW + timedelta(minutes=30, seconds=1)
    )


@given(st.timedeltas(-DAY, 2 * DAY))
def test_nothing_waits_less_than_it_should(wait: timedelta) -> None:
    match postponed(NOW + wait, NOW):
        case InQueue(seconds):
            assert 0 <= seconds <= 900 and timedelta(seconds=seconds) >= wait
        case OnSchedule(at):
            assert timedelta() <= at - (NOW + wait) < timedelta(seconds=1)


def test_a_filter_names_a_kind_a_family_or_all() -> None:
    assert [wants(["credit.*"], kind) for kind in KINDS] == [True, True, False]
    assert [wants(["progress.updated"], kind) for kind in KINDS] == [False, False, True]
    assert all(wants(["*"], kind) for kind in KINDS)
    assert not any(wants([], kind) for kind in KINDS)


def test_a_pattern_that_nothing_fits_is_found() -> None:
    patterns = ["credit.*", "credit", "credits.*", "*", ".*", "", "progress.updated", "cr*"]
    assert unknown(patterns, KINDS) == ["credit", "credits.*", ".*", "", "cr*"]
