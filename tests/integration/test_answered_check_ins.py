"""What a candidate answers from a check-in's mail, over HTTP, at the table."""

import re
from typing import Any
from urllib.parse import urlencode

import pytest

import functions.answer.handler as handler
from functions.answer import check_ins, unsubscribing
from shared.domain.candidate_file import CandidateFile, Search, WaitsFor
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.commit import Table
from tests.support.aftercare import ADA, a_file, open_file
from tests.support.asking import CONTEXT, asked
from tests.support.builders import NOON, PEPPER
from tests.support.wired import wire

FORM = "application/x-www-form-urlencoded"
PAGE = f"/check-ins/{PEPPER.token('check-ins', f'{ADA}~30_days')}"
LEAVE = f"/unsubscribe/{PEPPER.token('unsubscribe', ADA)}"
ONE_CLICK = "List-Unsubscribe=One-Click"
MULTIPART = (
    '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'
)


@pytest.fixture(autouse=True)
def ada(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    wire(monkeypatch, table, check_ins, unsubscribing)
    open_file(table, a_file())


def ask(method: str, path: str, body: str | None = None, kind: str = FORM, **query: str) -> Any:
    headers = {"content-type": kind, "accept": "text/html", "accept-language": "ja"}
    return handler.handle(asked(method, path, body, headers, query or None), CONTEXT)


def press(answer: str, path: str = PAGE) -> Any:
    return ask("POST", path, urlencode({"answer": answer}))


def find(table: Table) -> CandidateFile:
    return CandidateFiles(table).find(ADA)


def parts(table: Table, prefix: str) -> list[dict[str, Any]]:
    return table.page(keys.of_candidate(ADA), prefix, limit=50, after=None)[0]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", [PAGE, LEAVE])
def test_opening_a_link_of_a_mail_changes_nothing(table: Table, method: str, path: str) -> None:
    before = table.client.scan(TableName=table.name)["Items"]
    for answer in Search:
        reply = ask(method, path, answer=answer)
        assert reply["statusCode"] == 200
        assert bool(reply["body"]) is (method == "GET")
        assert reply["headers"]["X-Robots-Tag"] == "noindex, nofollow"
    assert table.client.scan(TableName=table.name)["Items"] == before


@pytest.mark.parametrize("answer", Search)
def test_the_link_lays_its_answer_out_as_the_first_button(answer: Search) -> None:
    document = ask("GET", PAGE, answer=answer)["body"]
    buttons = re.findall(r'<button class="(\w+)[^"]*" name="answer" value="(\w+)">', document)
    assert buttons[0] == ("do", answer)
    assert sorted(value for _, value in buttons) == sorted(Search)
    assert f'action="{PAGE}?lang=ja"' in document


def test_an_answer_nobody_offered_is_not_laid_out() -> None:
    assert ask("GET", PAGE, answer="<script>")["body"] == ask("GET", PAGE)["body"]


@pytest.mark.parametrize("answer", [Search.LOOKING, Search.FOUND])
def test_an_answer_reaches_the_file_and_the_adviser(table: Table, answer: Search) -> None:
    reply = press(answer)
    assert (reply["statusCode"], reply["headers"]["Location"]) == (
        303,
        f"{PAGE}?lang=ja&answered=1",
    )
    file = find(table)
    assert (file.search, file.waits_for, file.version) == (answer, WaitsFor.REPLY, 1)
    inbox, _ = CandidateFiles(table).waiting(limit=9, after=None)
    assert [waiting.candidate_id for waiting in inbox] == [ADA]
    [act] = parts(table, keys.ACT_PREFIX)
    assert (act["act"], act["by"]) == (f"answered_{answer}", "candidate") and act["at"]


def test_who_rests_is_not_put_into_the_advisers_inbox(table: Table) -> None:
    press("paused")
    assert find(table).search is Search.PAUSED
    assert CandidateFiles(table).waiting(limit=9, after=None)[0] == []


def test_pressed_twice_is_pressed_once(table: Table) -> None:
    replies = [press("found"), press("found")]
    assert [reply["statusCode"] for reply in replies] == [303, 303]
    assert find(table).version == 1
    assert len(parts(table, keys.ACT_PREFIX)) == 1


def test_the_last_word_is_the_one_and_the_page_says_it(table: Table) -> None:
    press("paused")
    press("looking")
    assert find(table).search is Search.LOOKING
    document = ask("GET", PAGE, answered="1", lang="en")["body"]
    assert "Noted: you are looking." in document and "Your adviser will write to you" in document


def test_a_forged_thank_you_page_says_what_the_file_says() -> None:
    document = ask("GET", PAGE, answered="found", answer="found", lang="en")["body"]
    assert "Noted: you have found a job." not in document


@pytest.mark.parametrize("body", ["", "answer=gone", "answer.x=1"])
def test_an_answer_that_is_none_of_the_three_is_asked_for_again(table: Table, body: str) -> None:
    assert ask("POST", PAGE, body)["statusCode"] == 422
    assert find(table).version == 0


@pytest.mark.parametrize("kind", [FORM, "text/plain", "multipart/form-data; boundary=b", ""])
@pytest.mark.parametrize("body", [ONE_CLICK, MULTIPART, "", None])
def test_one_click_ends_news_whatever_the_body(table: Table, body: str | None, kind: str) -> None:
    reply = handler.handle(asked("POST", LEAVE, body, {"content-type": kind}), CONTEXT)
    assert reply["statusCode"] == 200
    assert find(table).consents.news is False


def test_the_consent_taken_back_is_kept_with_how_and_when(table: Table) -> None:
    for _ in range(2):
        assert ask("POST", LEAVE, ONE_CLICK)["statusCode"] == 200
    file = find(table)
    assert (file.consents.method, file.consents.text_version) == ("one_click", "test-1")
    [kept] = parts(table, keys.CONSENT_PREFIX)
    assert kept["consents"]["news"] is False and kept["consents"]["method"] == "one_click"
    assert file.agreed_at is not None and kept["at"] == file.agreed_at.isoformat(
        "T", "milliseconds"
    )
    [act] = parts(table, keys.ACT_PREFIX)
    assert (act["act"], act["by"]) == ("unsubscribed", "candidate")


def test_the_other_consents_stay(table: Table) -> None:
    before = find(table).consents
    ask("POST", LEAVE, ONE_CLICK)
    after = find(table).consents
    assert (after.statistics, after.ai_matching) == (before.statistics, before.ai_matching)


@pytest.mark.parametrize("state", ["erasing_since", "erased_at"])
def test_who_was_erased_is_told_it_is_done_and_their_answers_lead_nowhere(
    table: Table, state: str
) -> None:
    before = find(table)
    gone = {state: NOON.isoformat(timespec="milliseconds")}
    table.commit(table.change(keys.candidate_file(ADA), put=gone))
    assert ask("POST", LEAVE, ONE_CLICK)["statusCode"] == 200
    assert find(table).consents == before.consents
    assert [ask("GET", PAGE)["statusCode"], press("found")["statusCode"]] == [404, 404]


def test_who_left_no_trace_is_told_it_is_done() -> None:
    nobody = f"/unsubscribe/{PEPPER.token('unsubscribe', 'cnd_nobody')}"
    assert ask("POST", nobody, ONE_CLICK)["statusCode"] == 200


@pytest.mark.parametrize(
    "path",
    [
        f"{LEAVE}x",
        f"/unsubscribe/{ADA}.",
        f"/unsubscribe/{PEPPER.token('check-ins', ADA)}",
        f"/check-ins/{PEPPER.token('unsubscribe', ADA)}",
        f"/check-ins/{PEPPER.token('check-ins', 'cnd_nobody~30_days')}",
        "/unsubscribe/%F0%9F%A6%8B",
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_a_link_that_is_not_ours_is_a_page_that_says_so(
    table: Table, path: str, method: str
) -> None:
    reply = ask(method, path, "answer=found")
    assert reply["statusCode"] == 404
    assert "ページが見つかりませんでした" in reply["body"]
    assert find(table).version == 0


def test_no_page_of_these_names_the_candidate() -> None:
    for path in (PAGE, LEAVE):
        document = ask("GET", path)["body"]
        assert "ada@example.org" not in document and "Ada" not in document
