"""Held registrations on a page: with what speaks against them, and a verdict by a button."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from html import unescape
from urllib.parse import unquote

import pytest

from functions.agency.by_hand import registrations
from shared.domain.registration import Signal, State
from shared.table import reviews
from tests.integration.desk.test_registrations import hold, state
from tests.support.acts import let_in
from tests.support.builders import NOON, a_registration
from tests.support.counting import Counted
from tests.support.desk import Desk, at_desk
from tests.support.waiting import held

HERE = "/agency/registrations"


def test_a_held_one_is_counted_by_a_button_once(desk: Desk) -> None:
    let_in(desk.stores)
    made = hold(desk)
    ada = at_desk(desk.table)
    status, page = ada.reads("/agency/registrations")
    assert status == 200
    assert made.candidate.full_name in page
    path = f"/agency/registrations/{made.registration_id}/accept"
    for _ in range(2):
        led = ada.sends(path, once="word")
        assert led == (303, "/agency/registrations?done=accepted")
    assert state(desk, made) is State.COUNTED
    [act] = desk.knows("/audit-log")["items"]
    assert (act["what"], act["who"]) == ("registration.accept", ada.person)


def test_the_first_page_says_what_waits(desk: Desk) -> None:
    let_in(desk.stores)
    made = hold(desk)
    assert made.candidate.full_name in at_desk(desk.table).reads("/agency")[1]


def test_one_is_refused_for_a_reason_that_was_chosen(desk: Desk) -> None:
    let_in(desk.stores)
    made = hold(desk)
    ada, path = at_desk(desk.table), f"{HERE}/{made.registration_id}"
    for _ in range(2):
        led = ada.sends(f"{path}/refuse", once="word", reason="suspected_fraud")
        assert led == (303, f"{HERE}?done=refused")
    status, page = ada.reads(path)
    assert (status, state(desk, made)) == (200, State.NOT_COUNTED)
    assert "ご本人の登録と確認できないもの" in page
    assert "/refuse" not in page


@pytest.mark.parametrize("reason", ["", "withdrawn", "duplicate_same_company"])
def test_without_a_reason_of_ours_it_is_asked_for_beside_its_field(desk: Desk, reason: str) -> None:
    let_in(desk.stores)
    made = hold(desk)
    path = f"{HERE}/{made.registration_id}/refuse"
    status, page = at_desk(desk.table).sends(path, once="word", reason=reason)
    assert (status, state(desk, made)) == (422, State.HELD)
    assert 'id="reason-wrong"' in page
    assert "理由を選んでください。" in page


@pytest.mark.parametrize("act", ["accept", "refuse"])
def test_who_comes_second_sees_what_it_is_by_now(desk: Desk, act: str) -> None:
    let_in(desk.stores)
    made = hold(desk)
    ada, path = at_desk(desk.table), f"{HERE}/{made.registration_id}"
    ada.sends(f"{path}/accept", once="first")
    status, page = ada.sends(f"{path}/{act}", once="second", reason="out_of_scope")
    assert status == 409
    assert "いまの状態: カウント済み" in page
    assert len(desk.knows("/audit-log")["items"]) == 1


def test_one_page_says_all_that_is_known_in_two_requests(desk: Desk, counted: Counted) -> None:
    let_in(desk.stores)
    made = held(desk.table, "hana", Signal.OWN_DOMAIN)
    ada = at_desk(desk.table)
    counted.since()
    status, page = ada.reads(f"{HERE}/{made.registration_id}")
    assert (status, len(counted.since())) == (200, 1 + 2)
    typed = made.candidate.full_name, made.candidate.email
    said = *typed, "企業と同じドメイン", "株式会社あおぞら製作所", made.registration_id
    assert [one for one in said if one not in page] == []


def test_the_work_they_want_is_said_by_its_name(desk: Desk) -> None:
    let_in(desk.stores)
    wish = replace(a_registration("hana").candidate, desired_occupation="07")
    made = held(desk.table, "hana", Signal.OWN_DOMAIN, candidate=wish)
    _, page = at_desk(desk.table).reads(f"{HERE}/{made.registration_id}")
    assert "販売・営業の職業" in page


def test_one_nobody_made_is_a_page_that_is_not_there(desk: Desk) -> None:
    ada = at_desk(desk.table)
    assert ada.reads(f"{HERE}/reg_x")[0] == 404
    assert ada.sends(f"{HERE}/reg_x/accept", once="a")[0] == 404
    assert ada.sends(f"{HERE}/reg_x/refuse", once="b", reason="out_of_scope")[0] == 404


def test_one_cause_is_shown_alone_and_a_verdict_leads_back_to_it(desk: Desk) -> None:
    let_in(desk.stores)
    own, fast = (
        held(desk.table, name, signal)
        for name, signal in (("own", Signal.OWN_DOMAIN), ("fast", Signal.BURST))
    )
    ada = at_desk(desk.table)
    page = ada.reads(f"{HERE}?cause=burst")[1]
    assert fast.candidate.full_name in page
    assert own.registration_id not in page
    path = f"{HERE}/{fast.registration_id}/accept"
    led = ada.sends(path, once="word", cause="burst")
    assert led == (303, f"{HERE}?done=accepted&cause=burst")


def test_a_long_list_goes_on_page_by_page_also_of_one_cause(
    desk: Desk, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_in(desk.stores)
    signals = (Signal.BURST, Signal.OWN_DOMAIN)
    made = [held(desk.table, f"p{n}", signals[n % 2], at=minute(n)) for n in range(14)]
    monkeypatch.setattr(registrations, "PAGE", 3)
    monkeypatch.setattr(reviews, "LOOKED_AT", 4)
    ada = at_desk(desk.table)
    for of, wanted in (("", made), ("cause=burst", made[::2])):
        seen, where = list[str](), f"{HERE}?{of}"
        for _ in range(9):
            counted.since()
            page = ada.reads(where)[1]
            assert len(counted.since()) <= 1 + 3
            seen += [one.registration_id for one in wanted if f"{one.registration_id}/acc" in page]
            following = re.search(r'href="([^"]*cursor=[^"]*)"', page)
            if not following:
                break
            where = unescape(unquote(following[1]))
        assert seen == [one.registration_id for one in wanted]


def minute(n: int) -> datetime:
    return NOON + timedelta(minutes=n)
