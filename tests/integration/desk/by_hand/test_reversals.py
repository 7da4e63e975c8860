"""Counted ones a company doubts: taken back or let be by a button, each once."""

import pytest

from shared.domain.registration import Registration, State
from tests.integration.desk.test_reversals import tally, waiting
from tests.support.acts import count_many, let_in
from tests.support.agency_acts import voided_window
from tests.support.counting import Counted
from tests.support.desk import Desk, at_desk

HERE = "/agency/reversals"


@pytest.fixture
def doubted(desk: Desk) -> list[Registration]:
    let_in(desk.stores)
    made = count_many(desk.stores, 3)
    voided_window(desk, *made)
    return made


def test_they_are_listed_with_their_names_in_two_requests(
    desk: Desk, doubted: list[Registration], counted: Counted
) -> None:
    ada = at_desk(desk.table)
    counted.since()
    page = ada.reads(HERE)[1]
    assert len(counted.since()) == 3
    assert [made.candidate.full_name in page for made in doubted] == [True] * 3
    assert "株式会社あおぞら製作所" in page


def test_one_is_taken_back_once(desk: Desk, doubted: list[Registration]) -> None:
    ada, made = at_desk(desk.table), doubted[0]
    for _ in range(2):
        led = ada.sends(f"{HERE}/{made.registration_id}/reverse", once="word")
        assert led == (303, f"{HERE}?done=reversed")
    assert tally(desk).n == 2
    assert waiting(desk) == [one.registration_id for one in doubted[1:]]
    [act] = desk.knows("/audit-log")["items"]
    assert (act["what"], act["who"]) == ("registration.reverse", ada.person)


def test_one_goes_on_counting(desk: Desk, doubted: list[Registration]) -> None:
    ada, made = at_desk(desk.table), doubted[0]
    led = ada.sends(f"{HERE}/{made.registration_id}/dismiss", once="word")
    assert led == (303, f"{HERE}?done=dismissed")
    assert tally(desk).n == 3
    assert desk.stores.registrations.find(made.registration_id).state is State.COUNTED
    assert waiting(desk) == [one.registration_id for one in doubted[1:]]


@pytest.mark.parametrize("act", ["dismiss", "reverse"])
def test_who_comes_second_is_told_and_sees_what_still_waits(
    desk: Desk, doubted: list[Registration], act: str
) -> None:
    ada, made = at_desk(desk.table), doubted[0]
    ada.sends(f"{HERE}/{made.registration_id}/reverse", once="first")
    status, page = ada.sends(f"{HERE}/{made.registration_id}/{act}", once="second")
    assert (status, tally(desk).n) == (409, 2)
    assert "ほかの人が先に判断しました" in page
    assert doubted[1].candidate.full_name in page
    assert len(desk.knows("/audit-log")["items"]) == 1
