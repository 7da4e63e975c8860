"""Companies on pages: listed by state, looked at on one screen, let in, stopped, and started."""

import re

import pytest

from shared.domain.member import Role
from shared.table import dossiers
from tests.support.acts import SAID, count, let_in
from tests.support.builders import ACME, BOLT, a_company, a_doorway, a_link
from tests.support.counting import Counted
from tests.support.desk import TARO, AtDesk, Desk, at_desk

LIST = "/agency/companies"
HERE = f"{LIST}/{ACME}"


def ask(desk: Desk) -> None:
    desk.stores.companies.ask(a_company(), "visitor", None, SAID)


def manager(desk: Desk) -> AtDesk:
    return at_desk(desk.table, Role.MANAGER, f"{TARO}@agency.example")


def adviser(desk: Desk) -> AtDesk:
    return at_desk(desk.table)


def acts(desk: Desk) -> list[str]:
    return [one["what"] for one in desk.knows("/audit-log")["items"]]


def test_who_waits_is_listed_first_and_the_others_by_their_state(desk: Desk) -> None:
    ask(desk)
    let_in(desk.stores, BOLT)
    ada = adviser(desk)
    status, page = ada.reads(LIST)
    assert (status, f'href="{HERE}"' in page, f'href="{LIST}/{BOLT}"' in page) == (200, True, False)
    assert f'href="{LIST}/{BOLT}"' in ada.reads(f"{LIST}?state=active")[1]
    for state in ("suspended", "left", "refused"):
        assert "企業はありません" in ada.reads(f"{LIST}?state={state}")[1]
    assert ada.reads(f"{LIST}?state=asleep")[0] == 422


def test_a_manager_lets_a_company_in_by_a_button_once(desk: Desk) -> None:
    ask(desk)
    taro = manager(desk)
    assert f'action="{HERE}/approve"' in taro.reads(HERE)[1]
    for _ in range(2):
        led = taro.sends(f"{HERE}/approve", once="word")
        assert led == (303, f"{HERE}?done=approved")
    assert "承認しました" in taro.reads(f"{HERE}?done=approved")[1]
    assert acts(desk) == ["company.approved"]
    assert desk.stores.ledgers.tally_and_head(ACME)[0].active


def test_an_adviser_has_no_button_to_decide_and_trying_is_noted(desk: Desk) -> None:
    ask(desk)
    ada = adviser(desk)
    page = ada.reads(HERE)[1]
    assert f'action="{HERE}/notes"' in page
    assert f'action="{HERE}/approve"' not in page and f'action="{HERE}/refuse"' not in page
    assert ada.sends(f"{HERE}/approve", once="word")[0] == 403
    assert acts(desk) == ["refused"]
    assert desk.knows(f"/companies/{ACME}")["company"]["state"] == "pending_review"


def test_who_was_refused_is_listed_and_nowhere_else(desk: Desk, counted: Counted) -> None:
    ask(desk)
    let_in(desk.stores, BOLT)
    taro = manager(desk)
    assert taro.sends(f"{HERE}/refuse", reason="電話がつながらない")[0] == 303
    counted.since()
    page = taro.reads(f"{LIST}?state=refused")[1]
    assert len(counted.since()) == 3
    assert f'href="{HERE}"' in page and f'href="{LIST}/{BOLT}"' not in page and "お断り" in page
    for state in ("pending_review", "active", "suspended", "left"):
        assert f'href="{HERE}"' not in taro.reads(f"{LIST}?state={state}")[1]
    [one] = desk.knows("/companies", state="refused")["items"]
    assert one["company_id"] == ACME


def test_a_note_is_kept_with_who_wrote_it(desk: Desk) -> None:
    ask(desk)
    ada = adviser(desk)
    assert ada.sends(f"{HERE}/notes", once="w", text="called <them>")[1] == f"{HERE}?done=noted"
    page = ada.reads(HERE)[1]
    assert "called &lt;them&gt;" in page and "called <them>" not in page
    [note] = desk.knows(f"/companies/{ACME}")["notes"]
    assert (note["text"], note["who"]) == ("called <them>", ada.person)


def test_notes_go_on_where_a_page_ended_and_none_is_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(desk)
    monkeypatch.setattr(dossiers, "NOTES", 2)
    for n in range(5):
        desk.posts(f"/companies/{ACME}/notes", {"text": f"call {n}"}, by=TARO)
    ada, path, found = adviser(desk), HERE, list[str]()
    while path:
        page = ada.reads(path)[1]
        found += re.findall(r"<p>(call \d)</p>", page)
        following = re.search(r'href="([^"]+cursor=[^"#]+)#notes"', page)
        path = following[1] if following else ""
    assert found == [f"call {n}" for n in (4, 3, 2, 1, 0)]


@pytest.mark.parametrize(
    ("act", "typed", "says"),
    [
        ("notes", {"text": "  "}, "メモを入力してください"),
        ("refuse", {}, "理由を入力してください"),
        ("refuse", {"reason": "長" * 2001}, "2000文字まで"),
    ],
)
def test_what_does_not_read_is_said_beside_its_field_and_kept(
    desk: Desk, act: str, typed: dict[str, str], says: str
) -> None:
    ask(desk)
    status, page = manager(desk).sends(f"{HERE}/{act}", once="w", **typed)
    assert status == 422
    assert says in page and 'aria-invalid="true"' in page
    assert all(value.strip() in page for value in typed.values())
    assert desk.knows(f"/companies/{ACME}")["notes"] == []


def test_stopping_needs_a_reason_that_stays_with_the_notes_and_going_on_none(desk: Desk) -> None:
    let_in(desk.stores)
    taro = manager(desk)
    led = taro.sends(f"{HERE}/suspend", once="a", reason="a complaint")
    assert led == (303, f"{HERE}?done=suspended")
    page = taro.reads(HERE)[1]
    assert "a complaint" in page and f'action="{HERE}/resume"' in page
    assert f'action="{HERE}/suspend"' not in page
    assert taro.sends(f"{HERE}/resume", once="b")[0] == 303
    kinds = [note["kind"] for note in desk.knows(f"/companies/{ACME}")["notes"]]
    assert kinds == ["resumed", "suspended"]


def test_what_changed_meanwhile_is_said_with_who_did_it_and_nothing_typed_is_lost(
    desk: Desk,
) -> None:
    ask(desk)
    desk.posts(f"/companies/{ACME}/approve", by=TARO)
    hanako = at_desk(desk.table, Role.MANAGER, "cra_hanako@agency.example")
    status, page = hanako.sends(f"{HERE}/refuse", once="w", reason="no such company")
    assert status == 409
    assert "いまの状態は「参加中」です" in page and "no such company" in page
    [note] = desk.knows(f"/companies/{ACME}")["notes"]
    assert note["kind"] == "approved" and note["who"][:12] in page


def test_one_that_was_refused_meanwhile_is_not_let_in(desk: Desk) -> None:
    ask(desk)
    desk.posts(f"/companies/{ACME}/refuse", {"reason": "not theirs"}, by=TARO)
    status, page = manager(desk).sends(f"{HERE}/approve", once="w")
    assert (status, "承認しなかった企業" in page, "not theirs" in page) == (409, True, True)


def test_the_same_done_by_somebody_else_is_said_too(desk: Desk) -> None:
    let_in(desk.stores)
    desk.posts(f"/companies/{ACME}/suspend", {"reason": "theirs"}, by=TARO)
    hanako = at_desk(desk.table, Role.MANAGER, "cra_hanako@agency.example")
    status, page = hanako.sends(f"{HERE}/suspend", once="w", reason="mine")
    assert (status, "mine" in page, "停止中" in page) == (409, True, True)
    assert acts(desk) == ["company.suspended"]


def test_published_figures_stand_beside_the_exact_ones(desk: Desk) -> None:
    let_in(desk.stores)
    for n in range(2):
        count(desk.stores, f"person{n}")
    desk.stores.links.add(a_link(), a_doorway())
    page = adviser(desk).reads(HERE)[1]
    row = page.partition("カウントされた人数")[2].partition("</tr>")[0]
    assert [cell.partition("<")[0] for cell in row.split('class="n">')[1:]] == ["0", "2"]
    assert "使用中" in page


def test_a_company_nobody_asked_for_is_a_page_that_is_not_there(desk: Desk) -> None:
    taro = manager(desk)
    assert taro.reads(f"{LIST}/co_x")[0] == 404
    for act in ("approve", "notes", "suspend"):
        assert taro.sends(f"{LIST}/co_x/{act}", once=act, text="x", reason="x")[0] == 404


def test_few_among_many_are_found_on_one_page(desk: Desk) -> None:
    for n in range(7):
        let_in(desk.stores, f"co_{n}")  # type: ignore[arg-type]
    for n in (2, 5):
        desk.posts(f"/companies/co_{n}/suspend", {"reason": "x"})
    first = desk.knows("/companies", state="suspended", limit="1")
    then = desk.knows("/companies", state="suspended", limit="1", cursor=first["next_cursor"])
    found = [one["company_id"] for page in (first, then) for one in page["items"]]
    assert (found, then["next_cursor"]) == (["co_2", "co_5"], None)
