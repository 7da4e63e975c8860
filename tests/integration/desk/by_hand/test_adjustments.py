"""A credit given or taken on pages: one person proposes, another decides."""

from shared.domain.member import Role
from tests.integration.desk.test_adjustments import available, earned, states
from tests.support.acts import let_in
from tests.support.builders import ACME
from tests.support.desk import HANAKO, TARO, AtDesk, Desk, at_desk

CREDITS = f"/agency/companies/{ACME}/credits"
PROPOSE = f"/agency/companies/{ACME}/adjustments"
LIST = "/agency/adjustments"


def manager(desk: Desk, person: str) -> AtDesk:
    return at_desk(desk.table, Role.MANAGER, f"{person}@agency.example")


def proposed(desk: Desk, by: AtDesk, what: str = "give") -> str:
    led = by.sends(PROPOSE, once=f"once {what}", what=what, reason="an old promise")
    assert led == (303, f"{LIST}?done=proposed")
    [waits] = desk.knows("/adjustments")["items"]
    return f"{LIST}/{waits['adjustment_id']}"


def test_what_one_proposes_another_approves_and_the_first_has_no_button(desk: Desk) -> None:
    let_in(desk.stores)
    hanako, taro = manager(desk, HANAKO), manager(desk, TARO)
    path = proposed(desk, hanako)
    mine, theirs = hanako.reads(LIST)[1], taro.reads(LIST)[1]
    assert "an old promise" in mine and f'action="{path}/' not in mine
    assert f'action="{path}/approve"' in theirs and f'action="{path}/reject"' in theirs
    for _ in range(2):
        assert taro.sends(f"{path}/approve", once="w") == (303, f"{LIST}?done=approved")
    assert (available(desk), states(desk)) == (1, [(-1, "available")])
    assert "待つ調整はありません" in taro.reads(LIST)[1]


def test_whoever_proposed_it_cannot_approve_it_without_a_button_either(desk: Desk) -> None:
    let_in(desk.stores)
    hanako = manager(desk, HANAKO)
    status, page = hanako.sends(f"{proposed(desk, hanako)}/approve", once="w")
    assert (status, "別のマネージャーが判断します" in page, available(desk)) == (422, True, 0)


def test_an_adviser_proposes_and_decides_nothing(desk: Desk) -> None:
    let_in(desk.stores)
    ada = at_desk(desk.table)
    path = proposed(desk, manager(desk, HANAKO))
    assert f'action="{path}/' not in ada.reads(LIST)[1]
    assert ada.sends(f"{path}/approve", once="w")[0] == 403
    assert desk.knows("/audit-log")["items"][0]["what"] == "refused"
    assert available(desk) == 0
    assert ada.sends(PROPOSE, once="x", what="give", reason="x")[0] == 303


def test_a_credit_to_take_is_chosen_among_those_that_are_free(desk: Desk) -> None:
    earned(desk, 2)
    hanako = manager(desk, HANAKO)
    assert 'value="crd_1"' in hanako.reads(CREDITS)[1]
    path = proposed(desk, hanako, "crd_1")
    assert manager(desk, TARO).sends(f"{path}/approve", once="w")[0] == 303
    assert states(desk) == [(1, "voided"), (2, "available")]
    assert 'value="crd_1"' not in hanako.reads(CREDITS)[1]


def test_one_that_went_meanwhile_is_said_and_nothing_typed_is_lost(desk: Desk) -> None:
    earned(desk, 2)
    hanako = manager(desk, HANAKO)
    path = proposed(desk, hanako, "crd_1")
    assert manager(desk, TARO).sends(f"{path}/approve", once="w")[0] == 303
    status, page = hanako.sends(PROPOSE, once="y", what="crd_1", reason="still wrong")
    assert (status, "still wrong" in page, "その間に" in page) == (409, True, True)
    assert desk.knows("/adjustments")["items"] == []


def test_what_does_not_read_is_said_beside_its_field_and_kept(desk: Desk) -> None:
    let_in(desk.stores)
    ada = at_desk(desk.table)
    status, page = ada.sends(PROPOSE, once="a", what="", reason="kept")
    assert (status, "選んでください。" in page, "kept" in page) == (422, True, True)
    status, page = ada.sends(PROPOSE, once="b", what="give", reason=" ")
    assert (status, "理由を入力してください" in page, 'value="give" selected' in page) == (
        422,
        True,
        True,
    )
    assert desk.knows("/adjustments")["items"] == []


def test_one_that_was_decided_meanwhile_says_how(desk: Desk) -> None:
    let_in(desk.stores)
    path = proposed(desk, manager(desk, HANAKO))
    desk.posts(f"/adjustments/{path.rsplit('/', 1)[1]}/reject", by=TARO)
    status, page = manager(desk, TARO).sends(f"{path}/approve", once="w")
    assert (status, "その間に承認しないと決まりました" in page, available(desk)) == (409, True, 0)


def test_nobody_adjusts_for_a_company_that_is_not_there(desk: Desk) -> None:
    ada = at_desk(desk.table)
    assert ada.sends("/agency/companies/co_x/adjustments", once="w", what="give", reason="x")[
        0
    ] == (404)
    assert manager(desk, TARO).sends(f"{LIST}/adj_x/approve", once="w")[0] == 404
