"""What a candidate reads of themselves, and changes, over HTTP at the table."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from functions.me.room import ROOM
from shared.domain.candidate_file import FileState, WaitsFor
from shared.domain.locale import Locale
from shared.domain.own import Standing, standing
from shared.domain.recommendation import Stage
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.registers import seeker
from shared.table.sessions import Sessions
from shared.table.threads import Threads
from tests.house.test_wording import REFUSED
from tests.support.acts import let_in
from tests.support.aftercare import a_file
from tests.support.builders import BOLT, NOON, PEPPER
from tests.support.counting import Counted
from tests.support.own_page import Ada
from tests.support.recommending import Desk, an_order
from tests.support.stores import on_table

PAGES = ["", "/messages", "/consents", "/provisions", "/blocked", "/details", "/address",
         "/cv", "/leaving"]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_theirs_alone_and_carries_nothing_inline(ada: Ada, page: str) -> None:
    reply = ada.asks("GET", f"/me{page}")
    assert reply["statusCode"] == 200, reply["body"]
    assert reply["headers"]["Cache-Control"] == "no-store"
    assert "style-src 'self'" in reply["headers"]["Content-Security-Policy"]
    assert not re.search(r"<style|<script| style=| on\w+=", reply["body"])
    assert "rooms" not in reply["body"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_three_times_at_most(ada: Ada, page: str) -> None:
    let_in(on_table(ada.table), BOLT)
    desk, order = Desk(ada.table), an_order(BOLT)
    desk.posts(order)
    desk.asks(company_id=BOLT)
    ada.sends("/me/messages", text="はじめまして")
    ada.sends("/me/messages", text="もうひとつ")
    counted = Counted(ada.table.client)
    shown = ada.opens(f"/me{page}")
    assert 0 < len(asked := counted.since()) <= 3, asked
    if not page:
        assert order.title in shown and "もうひとつ" in shown and "はじめまして" not in shown


@pytest.mark.parametrize("page", PAGES)
def test_nobody_reads_it_who_is_not_signed_in(ada: Ada, page: str) -> None:
    ada.token = "another"
    reply = ada.asks("GET", f"/me{page}")
    assert reply["statusCode"] == 303
    assert reply["headers"]["Location"].startswith("/sign-in?back=%2Fme")


@pytest.mark.parametrize("path", ["blocked", "details", "consents", "withdrawal", "erasure",
                                  "messages", "address", "return", "cv/delete"])  # fmt: skip
def test_a_form_of_no_session_changes_nothing(ada: Ada, path: str) -> None:
    before = ada.file()
    reply = ada.asks("POST", f"/me/{path}", "form=wrong&company=x&confirm=erase")
    assert reply["statusCode"] == 403
    assert ada.file() == before


def test_looking_changes_nothing(ada: Ada) -> None:
    before = list(ada.table.partition(keys.of_candidate(ada.candidate_id)))
    for page in PAGES:
        ada.opens(f"/me{page}")
    assert list(ada.table.partition(keys.of_candidate(ada.candidate_id))) == before


@pytest.mark.parametrize(
    ("changed", "stands"),
    [
        ({"contact_by": NOON, "waits_for": WaitsFor.FIRST_CONTACT}, Standing.LATE),
        ({"contact_by": NOON, "waits_for": WaitsFor.REPLY}, Standing.REPLY_LATE),
        ({"adviser": "佐藤"}, Standing.ADVISED),
        ({}, Standing.UNDER_WAY),
        ({"withdrawn_at": NOON, "adviser": "佐藤"}, Standing.WITHDRAWN),
    ],
)
def test_it_says_how_things_stand(changed: dict[str, object], stands: Standing) -> None:
    assert standing(replace(a_file(), **changed), NOON + timedelta(days=9)) is stands  # type: ignore[arg-type]


def test_whoever_waits_reads_by_when_somebody_writes(ada: Ada) -> None:
    after = replace(
        ada.file(),
        contact_by=datetime(2099, 1, 5, 9, tzinfo=UTC),
        waits_for=WaitsFor.FIRST_CONTACT,
    )
    CandidateFiles(ada.table).change(ada.file(), after, act="x", by="y", now=NOON)
    assert "2099年1月5日（月）18:00までに" in ada.opens("/me")
    assert "by Monday, 5 January 2099, 18:00 (Japan time)" in ada.opens("/me?lang=en")
    assert ada.reads("/me")["status"] == "awaited"


def test_every_standing_and_stage_has_its_words() -> None:
    locales: tuple[Locale, ...] = ("ja", "en")
    for locale in locales:
        said = ROOM.words(locale, "home")
        assert ({*said["standing"]}, {*said["stage"]}) == ({*Standing}, {*Stage})


def test_a_company_is_never_told_of_them_until_it_is_off_the_list(ada: Ada) -> None:
    reply = ada.sends("/me/blocked", company="  ボルト　工業 ")
    assert reply["statusCode"] == 303
    ada.sends("/me/blocked", company="ボルト 工業")
    assert ada.file().blocked == ("ボルト 工業",)
    assert [act["by"] for act in ada.parts(keys.ACT_PREFIX)] == ["candidate"]
    ada.sends("/me/blocked/remove", company="ボルト 工業")
    assert ada.file().blocked == ()


def test_an_empty_company_is_asked_for_beside_its_field(ada: Ada) -> None:
    reply = ada.sends("/me/blocked", company=" ")
    assert reply["statusCode"] == 422
    assert 'aria-describedby="company-hint company-wrong" aria-invalid="true"' in reply["body"]


def test_details_are_changed_with_what_the_number_leads_to(ada: Ada) -> None:
    ada.sends("/me/details", full_name="エイダ", phone="090-1111-2222", desired_location="東京")
    file = ada.file()
    assert (file.candidate.full_name, file.candidate.phone) == ("エイダ", "090-1111-2222")
    first = PEPPER.phone("+819011112222")
    assert file.phones == (first,)
    assert (ada.table.get(keys.phone(first)) or {})["candidate_id"] == ada.candidate_id
    ada.sends("/me/details", full_name="エイダ", phone="", desired_location="東京")
    assert ada.file().candidate.phone is None
    assert ada.table.get(keys.phone(first)) is None


def test_what_does_not_read_is_kept_as_typed(ada: Ada) -> None:
    reply = ada.sends("/me/details", full_name="", phone="<b>x", desired_location="京都")
    assert reply["statusCode"] == 422
    assert 'value="&lt;b&gt;x"' in reply["body"]
    assert 'value="京都"' in reply["body"]
    assert reply["body"].count('class="wrong"') == 2
    assert ada.file().candidate.desired_location != "京都"


def test_optional_consents_are_given_and_taken_back(ada: Ada) -> None:
    ada.sends("/me/consents", **{"consents.statistics": "on"})
    said = ada.file().consents
    assert (said.news, said.statistics, said.ai_matching) == (False, True, False)
    assert said.method == "own_page"
    assert len(ada.parts(keys.CONSENT_PREFIX)) == 1
    ada.sends("/me/consents")
    assert not ada.file().consents.statistics


def test_who_stops_support_can_start_it_again(ada: Ada) -> None:
    assert ada.sends("/me/withdrawal")["headers"]["Location"].startswith("/me?done=withdrawn")
    assert ada.file().state is FileState.WITHDRAWN
    assert "支援を終えました" in ada.opens("/me?done=withdrawn")
    ada.sends("/me/return")
    assert ada.file().state is FileState.OPEN
    assert ada.file().waits_for is WaitsFor.FIRST_CONTACT
    row = ada.table.get(seeker(ada.candidate_id)) or {}
    assert "ended_on" not in row


def test_erasure_wants_the_word_and_then_ends_every_session(ada: Ada) -> None:
    assert ada.sends("/me/erasure", confirm="はい")["statusCode"] == 422
    assert ada.file().state is FileState.OPEN
    reply = ada.sends("/me/erasure", confirm="「削除」")
    assert reply["statusCode"] == 303
    assert reply["headers"]["Location"].startswith("/me/erased")
    assert "__Host-relay=;" in reply["cookies"][0]
    assert ada.file().state is FileState.ERASING
    assert Sessions(ada.table).close_all(ada.person) == 0
    assert ada.asks("GET", "/me/erased")["statusCode"] == 200
    assert ada.asks("GET", "/me")["statusCode"] == 303


def test_a_message_waits_for_its_answer_and_twice_is_once(ada: Ada) -> None:
    for _ in range(2):
        assert ada.sends("/me/messages", text="はじめまして")["statusCode"] == 303
    newest, _ = Threads(ada.table).newest(ada.candidate_id)
    assert [one.text for one in newest] == ["はじめまして"]
    assert ada.file().waits_for is WaitsFor.REPLY
    assert ada.sends("/me/messages", text=" ")["statusCode"] == 422


def test_the_export_is_all_of_theirs_and_no_verdict(ada: Ada) -> None:
    ada.sends("/me/messages", text="はじめまして")
    ada.sends("/me/blocked", company="ボルト")
    said = ada.reads("/me/export")
    assert said["email"] == ada.file().candidate.email
    assert [m["text"] for m in said["messages"]] == ["はじめまして"]
    assert said["blocked_companies"] == ["ボルト"]
    assert not re.search('counted|signal|person|notes"', str(said).replace("totals", ""))


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_the_words_tempt_turn_away_shout_and_blame_nobody(locale: str) -> None:
    files = sorted((ROOM.folder / "words" / locale).glob("*.toml"))
    assert {file.name for file in files} == {
        file.name for file in (ROOM.folder / "words" / "ja").glob("*.toml")
    }
    for file in files:
        told = "\n".join(re.findall(r'"(.*)"', file.read_text("utf-8")))
        found = REFUSED.search(told)
        assert not found, f"{file.name} says {found and found.group()!r}"
