"""A candidate's file by hand: all of it on one screen, and what an adviser does there."""

from datetime import UTC, datetime, timedelta

import pytest

from shared.domain.member import Member, Role
from shared.table.candidate_files import CandidateFiles
from shared.table.members import Members
from shared.table.screens import Screens
from shared.table.threads import Threads
from tests.support.acts import let_in
from tests.support.builders import BOLT, NOON, PEPPER
from tests.support.desk import AtDesk, Desk, at_desk
from tests.support.recommending import ADA, a_file, an_order
from tests.support.recommending import Desk as Hiring

FILE = f"/agency/candidates/{ADA}"


@pytest.fixture
def ada(desk: Desk) -> AtDesk:
    """An adviser, with a file that waits for a first word."""
    Hiring(desk.table).files(a_file(contact_by=NOON))
    person = PEPPER.person("adviser@agency.example")
    member = Member("道標 花子", "adviser@agency.example", Role.ADVISER, NOON)
    Members(desk.table).enrol(person, member)
    return at_desk(desk.table)


def page(adviser: AtDesk, path: str = FILE) -> str:
    status, found = adviser.reads(path)
    assert status == 200, found
    return found


def acts(desk: Desk) -> list[str]:
    """Newest first, without the opening of files."""
    noted = desk.knows("/audit-log")["items"]
    return [act["what"] for act in noted if act["what"] != "candidate.open"]


def test_all_of_a_candidate_is_on_one_screen(desk: Desk) -> None:
    let_in(desk.stores)
    let_in(desk.stores, BOLT)
    hiring = Hiring(desk.table)
    hiring.posts(an_order())
    hiring.recommended(notes="朝に電話", blocked=("甲社",))
    desk.asks("POST", f"/candidates/{ADA}/messages", {"text": "はじめまして"})
    found = page(at_desk(desk.table))
    for said in ("Ada", "ada@example.org", "+819012345678", "研究・技術の職業", "東京", "test-1"):
        assert said in found
    for said in ("朝に電話", "甲社", "はじめまして", "開発エンジニア", "推薦済み", "job-test-1"):
        assert said in found
    assert "転職の勧奨はできません" not in found


def test_whom_we_placed_is_marked_for_two_years(desk: Desk) -> None:
    today = datetime.now(UTC).date()
    Hiring(desk.table).files(a_file(not_solicited_until=today + timedelta(days=300)))
    assert "転職の勧奨はできません" in page(at_desk(desk.table))


def test_an_adviser_is_chosen_by_name_and_then_nobody_waits(desk: Desk, ada: AtDesk) -> None:
    assert "/contacted" not in page(ada)
    status, wrong = ada.sends(f"{FILE}/adviser", adviser="")
    assert (status, "担当を選んでください" in wrong) == (422, True)
    chosen = PEPPER.person("adviser@agency.example")
    assert ada.sends(f"{FILE}/adviser", adviser=chosen) == (303, f"{FILE}?done=adviser")
    file = CandidateFiles(desk.table).find(ADA)
    assert (file.adviser, file.contact_by) == ("道標 花子", None)
    assert acts(desk) == ["candidate.adviser"]


def test_nobody_without_an_adviser_was_contacted(ada: AtDesk) -> None:
    status, found = ada.sends(f"{FILE}/contacted")
    assert status == 409
    assert "先に、担当のアドバイザーを決めてください" in found


def test_a_message_is_sent_once_and_one_that_is_not_taken_is_kept(desk: Desk, ada: AtDesk) -> None:
    long = "あ" * 4001
    status, found = ada.sends(f"{FILE}/messages", text=long)
    assert status == 422
    assert long in found
    for _ in range(2):
        led = ada.sends(f"{FILE}/messages", text="お電話ください\r\n二行目", once="word")
        assert led == (303, f"{FILE}?done=sent")
    [message], _ = Threads(desk.table).newest(ADA)
    assert message.text == "お電話ください\n二行目"
    assert acts(desk) == ["candidate.message"]


def test_a_text_that_holds_what_none_may_collect_is_sent_and_pointed_out(ada: AtDesk) -> None:
    status, there = ada.sends(f"{FILE}/messages", text="支持政党を教えてください")
    assert (status, there) == (303, f"{FILE}?done=sent&seems=politics")
    assert "政治" in page(ada, there)


def test_older_messages_are_on_pages_of_their_own(desk: Desk, ada: AtDesk) -> None:
    for n in range(75):
        desk.posts(f"/candidates/{ADA}/messages", {"text": f"message-{n:02}."})
    found = page(ada)
    assert "message-74." in found and "message-54." not in found
    seen = found
    while "cursor=" in found:
        query = found.partition(f"{FILE}/messages?cursor=")[2].partition('"')[0]
        found = page(ada, f"{FILE}/messages?cursor={query}")
        seen += found
    assert all(f"message-{n:02}." in seen for n in range(75))


def test_a_withdrawal_says_how_it_was_asked_for(desk: Desk, ada: AtDesk) -> None:
    led = ada.sends(f"{FILE}/withdrawal", reason="asked_by_phone")
    assert led == (303, f"{FILE}?done=withdrawn")
    assert CandidateFiles(desk.table).find(ADA).withdrawn_at
    found = page(ada)
    assert "支援を終えた（本人から電話で）" in found
    status, found = ada.sends(f"{FILE}/messages", text="まだ間に合いますか")
    assert status == 409
    assert "その間に、支援が終わっています" in found


def test_an_erasure_needs_a_tick_and_leaves_nobodys_data(desk: Desk, ada: AtDesk) -> None:
    status, _ = ada.sends(f"{FILE}/erasure", reason="asked_by_mail")
    assert status == 422
    assert not CandidateFiles(desk.table).find(ADA).is_gone
    led = ada.sends(f"{FILE}/erasure", reason="asked_by_mail", sure="on")
    assert led == (303, f"{FILE}?done=erased")
    found = page(ada)
    assert "ada@example.org" not in found
    assert "記録の削除を進めています" in found
    assert acts(desk) == ["candidate.erasure"]


def test_who_was_never_here_is_not_found(desk: Desk, ada: AtDesk) -> None:
    assert ada.reads("/agency/candidates/cnd_nobody")[0] == 404
    assert ada.sends("/agency/candidates/cnd_nobody/messages", text="x")[0] == 404
    assert desk.knows("/audit-log")["items"] == []


def test_the_history_says_who_did_what(desk: Desk, ada: AtDesk) -> None:
    chosen = PEPPER.person("adviser@agency.example")
    ada.sends(f"{FILE}/adviser", adviser=chosen)
    [act] = Screens(desk.table).show(ADA).acts
    assert (act.act, act.by) == ("adviser", chosen)
    assert "担当を決めた" in page(ada)


def test_it_is_read_in_english_too(ada: AtDesk) -> None:
    for path, said in ((FILE, "Notes and wishes"), (f"{FILE}/messages", "Back to the file")):
        assert said in page(ada, f"{path}?lang=en")
    for path, said in (
        ("/agency/candidates", "Waits for"),
        ("/agency/duplicates", "Nothing waits"),
    ):
        assert said in page(ada, f"{path}?lang=en")
