"""A burst is held and looked at; what was mis-sent is taken back by a person, one by one."""

from typing import Any

import pytest

from tests.live.week.cast import FRAUD, HIKARI, HONEST, LATER, MIRAI, MIS_SENT, STAYS, THROWN_AWAY
from tests.live.week.wednesday import Wednesday
from tests.live.week.week import Week

REFUSED = ("not_counted", "suspected_fraud")


@pytest.fixture(scope="module")
def states(week: Week, on_wednesday: Wednesday) -> dict[str, tuple[str, str | None]]:
    """Of every registration by now, by address."""
    return {email: _state(week, name) for email, name in week.registered.items()}


def _state(week: Week, registration_id: str) -> tuple[str, str | None]:
    said = week.of_agency(f"registrations/{registration_id}")
    return said["state"], said["reason"]


def test_the_desks_number_moves_while_the_page_stays(on_wednesday: Wednesday) -> None:
    assert on_wednesday.before == ""
    assert on_wednesday.moved


def test_what_is_held_lies_in_a_pile_for_each_cause(on_wednesday: Wednesday) -> None:
    assert on_wednesday.piles == ["2", "2"]


def test_a_row_is_done_by_keyboard_alone(on_wednesday: Wednesday) -> None:
    assert on_wednesday.by_keyboard.startswith("カウントすると判断しました")


def test_who_comes_too_late_reads_what_became_of_it(on_wednesday: Wednesday) -> None:
    assert on_wednesday.late.endswith("It is now: Not counted")


@pytest.mark.usefixtures("on_wednesday")
def test_fraud_counts_never_and_an_honest_one_does(states: dict[str, Any]) -> None:
    assert {states[one.email] for one in (FRAUD, *THROWN_AWAY)} == {REFUSED}
    assert states[HONEST.email] == ("counted", None)
    assert states[LATER.email] == ("reversed", "suspected_fraud")


def test_of_the_mis_sent_those_count_no_more_that_a_person_took_back(
    states: dict[str, Any],
) -> None:
    taken = {states[one.email] for one in MIS_SENT if one is not STAYS}
    assert taken == {("reversed", "voided_by_company")}
    assert states[STAYS.email] == ("counted", None)


@pytest.mark.usefixtures("on_wednesday")
def test_the_figures_follow(week: Week) -> None:
    assert [week.of_company(one).exact()["counted"] for one in (HIKARI, MIRAI)] == [3, 4]
