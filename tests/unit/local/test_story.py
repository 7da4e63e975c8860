"""The demo's cast and calendar, and the clock it is told under."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from infra.local.deployed import Deployed
from infra.local.engine import forget
from infra.local.place import Place
from infra.local.refusal import RefusedError
from infra.local.story.calendar import arrivals, by_another_address
from infra.local.story.cast import AGENCY, APPLYING, COMPANIES, DEMO, Candidate
from infra.local.story.hours import Hours
from infra.local.story.turns import ACTS, AGREED, ALSO, ASKED, ASKS, JOINS, PARTNERS, READ, SHOWN
from shared import clock
from shared.domain.tokyo import TOKYO
from shared.settings import CLOCK_FILE

EVERYBODY = [one for day in arrivals().values() for each in day.values() for one in each]


@pytest.fixture
def hours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hours:
    monkeypatch.setenv(CLOCK_FILE, str(tmp_path / "clock"))
    return Hours(tmp_path / "clock")


def test_the_clock_stands_at_the_hour_of_that_day_and_then_is_right_again(hours: Hours) -> None:
    with hours.told():
        hours.turn(180, 10)
        there = clock.now().astimezone(TOKYO)
        assert there.date() == datetime.now(TOKYO).date() - timedelta(days=180)
        assert (there.hour, there.minute) == (10, 0)
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=30)


def test_a_story_never_goes_beyond_now(hours: Hours) -> None:
    hours.turn(0, 23)
    assert clock.now() <= datetime.now(UTC) + timedelta(seconds=1)


def test_everything_that_has_a_name_says_that_it_is_a_demo() -> None:
    companies = (*COMPANIES, APPLYING)
    members = [member for company in companies for member in company.members]
    names = [company.name for company in companies]
    names += [member.name for member in (*members, *AGENCY)]
    names += [one.full_name for one in EVERYBODY]
    assert [name for name in names if DEMO not in name] == []


def test_nobody_has_the_name_the_address_or_the_network_of_another() -> None:
    for taken in (
        Counter(one.full_name for one in EVERYBODY),
        Counter(one.email for one in EVERYBODY),
        Counter(one.address for one in EVERYBODY),
    ):
        assert set(taken.values()) == {1}


def test_some_sixty_people_come_in_half_a_year() -> None:
    lately = [ago for ago in arrivals() if ago <= 182]
    came = sum(len(each) for ago in lately for each in arrivals()[ago].values())
    assert 40 <= came <= 65


def test_what_happens_happens_on_a_day_of_the_calendar() -> None:
    assert {*ALSO, *ACTS} <= {*arrivals()}


def test_one_person_by_two_addresses_is_alike_in_all_else() -> None:
    once, again = Candidate.number(3), by_another_address(3)
    assert replace(again, email=once.email, address=once.address) == once


def test_a_demo_cut_short_is_begun_anew(tmp_path: Path) -> None:
    place = Place(tmp_path, 0, told=True)
    Deployed("of this template", {}).write(place)
    assert Deployed.to(place) is not None
    place.half_told.touch()
    place.clock.write_text("-5")
    assert Deployed.to(place) is None
    forget(place)
    assert not place.half_told.exists() and not place.clock.exists()


@pytest.mark.parametrize(("said", "told"), [("", True), ("demo", True), ("none", False)])
def test_a_demo_is_told_unless_somebody_wants_none(
    said: str, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELAY_SEED", said)
    assert Place.named_by_environment().told is told


def test_another_seed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELAY_SEED", "all")
    with pytest.raises(RefusedError, match="RELAY_SEED is 'all'; it is demo or none"):
        Place.named_by_environment()


def test_whom_the_turns_name_came_by_the_company_they_say() -> None:
    came = {
        one.email: key for day in arrivals().values() for key, each in day.items() for one in each
    }
    assert {came[Candidate.number(n).email] for n in PARTNERS} == {"aozora"}
    assert came[Candidate.number(JOINS).email] == "minato"
    assert {came[Candidate.number(n).email] for n in (SHOWN, ASKED, ASKS)} == {"kawasemi"}
    assert came[Candidate.number(AGREED).email] == "aozora"


def test_some_said_a_number_of_their_own_and_some_how_their_name_is_read() -> None:
    phones = [one.phone for one in EVERYBODY if one.phone]
    assert len(set(phones)) == len(phones) >= 5
    assert {Candidate.number(n).email for n in READ} <= {one.email for one in EVERYBODY}
