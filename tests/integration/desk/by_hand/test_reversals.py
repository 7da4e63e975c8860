"""Counted ones a company doubts: taken back or let be by a button, each once."""

import re

import pytest

from shared.domain.milestone import Tally
from shared.domain.registration import Registration, State
from tests.integration.desk.test_reversals import tally, waiting
from tests.support.acts import count_many, grant_all, let_in
from tests.support.agency_acts import voided_window
from tests.support.builders import ACME
from tests.support.counting import Counted
from tests.support.desk import Desk, at_desk
from tests.support.recommending import Desk as Hiring
from tests.support.recommending import an_order

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


def test_each_says_what_taking_it_back_would_do_and_does_no_other(desk: Desk) -> None:
    let_in(desk.stores)
    made = count_many(desk.stores, 10)
    voided_window(desk, *made)
    ada = at_desk(desk.table)

    def takes_back(one: Registration, page: str) -> tuple[int, str]:
        path = f"{HERE}/{one.registration_id}/reverse"
        [said] = re.findall(rf'{path}">.*?name="agreed" value="(\w+)"', page)
        return ada.sends(path, agreed=said)

    page = ada.reads(HERE)[1]
    assert page.count("その枠は付与されません") == 10
    grant_all(desk.stores, 1)
    status, moved = takes_back(made[0], page)
    assert status == 409 and "取り消したときに起きることが変わりました" in moved
    assert tally(desk).n == 10
    page = ada.reads(HERE)[1]
    assert page.count("未使用の枠が1つ取り消されます。次の枠までの進みは9人") == 10
    assert takes_back(made[0], page)[0] == 303
    assert desk.stores.ledgers.head(ACME).available == 0
    page = ada.reads(HERE)[1]
    assert page.count("9人から8人になります") == 9
    for one in made[1:]:
        assert takes_back(one, page)[0] == 303
    assert tally(desk) == Tally(ACME, n=0, g=1, w=1)


def test_where_the_credit_is_reserved_a_deficit_is_said_and_carried(desk: Desk) -> None:
    let_in(desk.stores)
    made = count_many(desk.stores, 10)
    grant_all(desk.stores, 1)
    hiring = Hiring(desk.table)
    hiring.posts(an_order(ACME))
    hiring.reserves(company_id=ACME)
    voided_window(desk, *made)
    ada = at_desk(desk.table)
    assert ada.reads(HERE)[1].count("不足は合わせて1人分になります") == 10
    path = f"{HERE}/{made[0].registration_id}/reverse"
    assert ada.sends(path, agreed="credit")[0] == 409
    assert ada.sends(path, agreed="deficit")[0] == 303
    assert tally(desk).debt == 1


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
