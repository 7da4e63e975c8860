"""A counted registration is taken back on a page that says before what gives way."""

import re

import pytest

from functions.agency.by_hand import counted
from shared.domain.registration import State
from tests.integration.desk.test_adjustments import states
from tests.integration.desk.test_registrations import state
from tests.support.acts import count, count_many, grant_all, let_in
from tests.support.builders import ACME, BOLT, NOON
from tests.support.desk import Desk, at_desk

HERE = f"/agency/companies/{ACME}/counted"
MONTH = f"{HERE}?month={NOON:%Y-%m}"


def agreed(page: str) -> str:
    found = re.search(r'name="agreed" value="([^"]+)"', page)
    assert found
    return found[1]


def test_what_counts_is_listed_by_month_page_by_page(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_in(desk.stores)
    made = count_many(desk.stores, 5)
    monkeypatch.setattr(counted, "PAGE", 2)
    ada, path, found = at_desk(desk.table), MONTH, list[str]()
    while path:
        page = ada.reads(path)[1]
        found += re.findall(rf'href="{HERE}/([^"]+)"', page)
        following = re.search(r'href="([^"]+cursor=[^"]+)"', page)
        path = following[1].replace("&amp;", "&") if following else ""
    assert sorted(found) == sorted(one.registration_id for one in made)
    assert "登録はありません" in ada.reads(f"{HERE}?month=2025-01")[1]
    for asked in ("2025-13", "1999-01", "x"):
        assert ada.reads(f"{HERE}?month={asked}")[0] == 422


@pytest.mark.parametrize(
    ("people", "granted", "effect", "says"),
    [
        (3, [], "count", "3人から2人になります"),
        (10, [], "milestone 1", "1回目の節目が取り消され"),
        (10, [1], "credit 1", "枠1（"),
        (20, [1, 2], "credit 2", "枠2（"),
    ],
)
def test_the_effect_is_said_before_and_is_what_happens(
    desk: Desk, people: int, granted: list[int], effect: str, says: str
) -> None:
    let_in(desk.stores)
    made = count_many(desk.stores, people)[0]
    grant_all(desk.stores, *granted)
    ada, path = at_desk(desk.table), f"{HERE}/{made.registration_id}"
    page = ada.reads(path)[1]
    assert (agreed(page), says in page) == (effect, True)
    for _ in range(2):
        led = ada.sends(f"{path}/reverse", once="w", reason="out_of_scope", agreed=effect)
        assert led == (303, f"{path}?done=reversed")
    assert state(desk, made) is State.REVERSED
    voided = [f"credit {number}" for number, how in states(desk) if how == "voided"]
    assert voided == [effect] * effect.startswith("credit")
    assert "取消済み" in ada.reads(path)[1] and "reverse" not in ada.reads(path)[1]


def test_where_no_credit_is_left_a_deficit_is_said_and_carried(desk: Desk) -> None:
    let_in(desk.stores)
    first, second, *_ = count_many(desk.stores, 10)
    grant_all(desk.stores, 1)
    body = {"amount": -1, "credit_id": "crd_1", "reason": "x"}
    adjustment = desk.posts(f"/companies/{ACME}/adjustments", body)["adjustment_id"]
    desk.posts(f"/adjustments/{adjustment}/approve", by="cra_taro")
    ada, path = at_desk(desk.table), f"{HERE}/{first.registration_id}"
    page = ada.reads(path)[1]
    assert (agreed(page), "合わせて1人分" in page) == ("deficit", True)
    assert ada.sends(f"{path}/reverse", once="w", reason="out_of_scope", agreed="deficit")[0] == 303
    assert desk.stores.ledgers.tally_and_head(ACME)[0].debt == 1
    assert "合わせて2人分" in ada.reads(f"{HERE}/{second.registration_id}")[1]


def test_another_effect_than_agreed_to_is_said_and_nothing_is_done(desk: Desk) -> None:
    let_in(desk.stores)
    made = count_many(desk.stores, 9)[0]
    ada, path = at_desk(desk.table), f"{HERE}/{made.registration_id}"
    said = agreed(ada.reads(path)[1])
    count(desk.stores, "the tenth")
    grant_all(desk.stores, 1)
    status, page = ada.sends(f"{path}/reverse", once="w", reason="out_of_scope", agreed=said)
    assert (status, agreed(page), "変わりました" in page) == (409, "credit 1", True)
    assert 'value="out_of_scope" selected' in page
    assert (state(desk, made), states(desk)) == (State.COUNTED, [(1, "available")])


def test_one_taken_back_meanwhile_is_said_to_be(desk: Desk) -> None:
    let_in(desk.stores)
    made = count(desk.stores)
    path = f"{HERE}/{made.registration_id}"
    desk.posts(f"/registrations/{made.registration_id}/reverse", {"reason": "out_of_scope"})
    status, page = at_desk(desk.table).sends(
        f"{path}/reverse", once="w", reason="suspected_fraud", agreed="count"
    )
    assert (status, "その間に「取消済み」になりました" in page) == (409, True)


def test_a_reason_is_needed_and_another_companys_is_not_there(desk: Desk) -> None:
    let_in(desk.stores)
    let_in(desk.stores, BOLT)
    made, theirs = count(desk.stores), count(desk.stores, "theirs", BOLT)
    ada = at_desk(desk.table)
    status, page = ada.sends(f"{HERE}/{made.registration_id}/reverse", once="w", agreed="count")
    assert (status, "理由を選んでください" in page) == (422, True)
    other = f"{HERE}/{theirs.registration_id}"
    assert ada.reads(other)[0] == 404
    typed = {"reason": "out_of_scope", "agreed": "count"}
    assert ada.sends(f"{other}/reverse", once="v", **typed)[0] == 404
    assert state(desk, theirs) is State.COUNTED
