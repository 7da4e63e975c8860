"""When a candidate is asked how it goes, and when not."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from shared.domain.candidate_file import CandidateFile, Search, WaitsFor
from shared.domain.check_in import CheckIn, answered, due_at, following, outcome, wants_to_be_asked
from shared.domain.ids import CandidateId
from shared.domain.tokyo import TOKYO, awake, is_quiet, reply_by
from tests.support.aftercare import ADA, NEWS, a_file
from tests.support.builders import NOON

DAY = timedelta(days=1)
FIRST = due_at("30_days", NOON)
REPLY_BY = reply_by(NOON, 2)
BEGUN = CheckIn(ADA, ADA)


def test_each_is_due_at_the_hour_they_came() -> None:
    there = datetime(2026, 3, 2, 9, 30, tzinfo=TOKYO)
    at = {after: due_at(after, there) for after in ("30_days", "6_months", "1_year")}
    assert at == {
        "30_days": datetime(2026, 4, 1, 9, 30, tzinfo=TOKYO),
        "6_months": datetime(2026, 9, 2, 9, 30, tzinfo=TOKYO),
        "1_year": datetime(2027, 3, 2, 9, 30, tzinfo=TOKYO),
    }


@pytest.mark.parametrize(
    ("came", "due"),
    [
        ("2026-03-02T20:59:59+09:00", "2026-04-01T20:59:59+09:00"),
        ("2026-03-02T21:00:00+09:00", "2026-04-02T08:00:00+09:00"),
        ("2026-03-02T23:59:00+09:00", "2026-04-02T08:00:00+09:00"),
        ("2026-03-02T07:59:59+09:00", "2026-04-01T08:00:00+09:00"),
        ("2026-03-02T15:30:00+00:00", "2026-04-02T08:00:00+09:00"),
    ],
)
def test_who_came_at_night_is_asked_in_the_morning(came: str, due: str) -> None:
    at = due_at("30_days", datetime.fromisoformat(came))
    assert at.isoformat() == due
    assert not is_quiet(at)


@pytest.mark.parametrize("hour", range(24))
def test_nobody_is_awake_in_the_quiet_hours_and_nothing_is_put_off_by_day(hour: int) -> None:
    at = datetime(2026, 3, 2, hour, 30, tzinfo=UTC)
    assert not is_quiet(awake(at))
    assert (awake(at) == at) is not is_quiet(at)
    assert timedelta(0) <= awake(at) - at <= timedelta(hours=11)


def test_the_last_day_of_a_month_is_the_last_of_a_shorter_one() -> None:
    leap = datetime(2028, 2, 29, 12, tzinfo=TOKYO)
    assert due_at("1_year", leap).date() == date(2029, 2, 28)


def test_one_follows_the_other_and_none_the_last() -> None:
    assert [following(p) for p in (None, "30_days", "6_months", "1_year")] == [
        "30_days",
        "6_months",
        "1_year",
        None,
    ]


@pytest.mark.parametrize(
    "changed",
    [
        {"consents": replace(NEWS, news=False)},
        {"search": Search.PAUSED},
        {"withdrawn_at": NOON},
        {"erasing_since": NOON},
        {"erased_at": NOON},
        {"not_solicited_until": date(2028, 3, 10)},
    ],
)
def test_nobody_is_asked_who_is_to_be_left_alone(changed: dict[str, Any]) -> None:
    assert wants_to_be_asked(a_file(), FIRST)
    assert not wants_to_be_asked(a_file(**changed), FIRST)
    assert outcome(BEGUN, a_file(**changed), FIRST).said is None


def test_who_has_found_a_job_elsewhere_is_still_asked() -> None:
    assert wants_to_be_asked(a_file(search=Search.FOUND), FIRST)


@pytest.mark.parametrize(("on", "may"), [(date(2028, 3, 9), False), (date(2028, 3, 11), True)])
def test_whom_we_placed_is_left_alone_for_two_years(on: date, may: bool) -> None:
    file = a_file(not_solicited_until=date(2028, 3, 10))
    at = datetime(on.year, on.month, on.day, 12, tzinfo=TOKYO)
    assert wants_to_be_asked(file, at) is may


def test_what_is_said_leads_to_the_next() -> None:
    said = outcome(BEGUN, a_file(), FIRST)
    assert (said.said, said.passed) == ("30_days", "30_days")
    assert said.next_at == due_at("6_months", NOON)


def test_what_is_let_pass_is_not_said_later() -> None:
    passed = outcome(BEGUN, a_file(search=Search.PAUSED), FIRST)
    assert (passed.said, passed.passed) == (None, "30_days")
    after = outcome(CheckIn(ADA, ADA, passed.passed), a_file(), due_at("6_months", NOON))
    assert after.said == "6_months"


def test_nothing_follows_the_year() -> None:
    last = outcome(CheckIn(ADA, ADA, "6_months"), a_file(), due_at("1_year", NOON))
    assert (last.said, last.next_at) == ("1_year", None)


def test_a_clock_that_slept_asks_once() -> None:
    late = outcome(BEGUN, a_file(), due_at("1_year", NOON) - DAY)
    assert (late.said, late.next_at) == ("6_months", due_at("1_year", NOON))


def test_one_that_is_not_due_yet_waits() -> None:
    early = outcome(BEGUN, a_file(), FIRST - timedelta(seconds=1))
    assert (early.said, early.passed, early.next_at) == (None, None, FIRST)


def test_a_file_that_was_merged_away_rests() -> None:
    kept = a_file(CandidateId("cnd_kept"))
    for merged in (BEGUN, CheckIn(kept.candidate_id, ADA)):
        gone = outcome(merged, kept, FIRST)
        assert (gone.said, gone.next_at) == (None, None)


@pytest.mark.parametrize("search", [Search.LOOKING, Search.FOUND])
def test_an_answer_has_the_adviser_write_once(search: Search) -> None:
    said = answered(a_file(), search, REPLY_BY)
    assert (said.search, said.waits_for) == (search, WaitsFor.REPLY)
    assert said.contact_by == REPLY_BY
    assert answered(said, search, REPLY_BY + DAY) == said


def test_who_rests_is_left_in_peace() -> None:
    file = a_file()
    assert answered(file, Search.PAUSED, NOON) == replace(file, search=Search.PAUSED)


def test_who_waits_for_their_first_contact_waits_no_longer_for_it() -> None:
    waiting: CandidateFile = a_file(contact_by=NOON, waits_for=WaitsFor.FIRST_CONTACT)
    said = answered(waiting, Search.FOUND, NOON)
    assert (said.contact_by, said.waits_for) == (NOON, WaitsFor.FIRST_CONTACT)


def test_of_who_withdrew_nobody_is_told() -> None:
    assert answered(a_file(withdrawn_at=NOON), Search.LOOKING, NOON).contact_by is None
