"""An adviser and a candidate write to each other: by a link from a mail, and by nothing else."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import pytest

from functions.answer import messages_flow
from functions.notify.candidate_letters import CandidateLetters
from functions.notify.flow import Due
from shared import clock
from shared.contracts.events import AdviserAssigned, MessageLeft
from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import MessageLinkExpired, TooManyRequests
from shared.domain.message import A_DAY, LINK_GOOD
from tests.support.builders import AGENCY, NOON, PEPPER, PROGRAMME
from tests.support.files_desk import HOST, Desk

SECRET_WORDS = "面談は火曜の10時でいかがですか"


@pytest.fixture
def file(desk: Desk) -> CandidateFile:
    return desk.filed()


def left(desk: Desk, file: CandidateFile, text: str = SECRET_WORDS) -> MessageLeft:
    path = f"/v1/agency/candidates/{file.candidate_id}/messages"
    answer = desk.asks("POST", path, {"text": text}, status=201)
    return MessageLeft(
        event_id=f"message:{answer['message_id']}",
        occurred_at=NOON,
        candidate_id=file.candidate_id,
        message_id=answer["message_id"],
    )


def path_to(fact: MessageLeft) -> str:
    return "/messages/" + PEPPER.token("messages", f"{fact.candidate_id}~{fact.message_id}")


def due(desk: Desk, fact: MessageLeft | AdviserAssigned) -> Due | None:
    return CandidateLetters(AGENCY, desk.files, desk.threads, PEPPER).due(fact)


def test_the_mail_leads_to_the_page_and_does_not_say_what_was_written(
    desk: Desk, file: CandidateFile
) -> None:
    fact = left(desk, file)
    mail = due(desk, fact)
    assert mail is not None and mail.to == "ada@example.org"
    letter = mail.letter()
    for said in (letter.text, letter.html):
        assert f"{HOST}{path_to(fact)}" in said
        assert "火曜" not in said
    assert AGENCY.licence_number in letter.text


def test_who_was_written_to_waits_no_more_and_who_replies_waits(
    desk: Desk, file: CandidateFile
) -> None:
    desk.asks("PATCH", f"/v1/agency/candidates/{file.candidate_id}", {"adviser": "道標 次郎"})
    fact = left(desk, file)
    assert desk.asks("GET", "/v1/agency/candidates")["items"] == []
    sent = desk.opens(path_to(fact), "POST", text=quote("お願いします"))
    assert (sent["statusCode"], sent["headers"]["Location"]) == (
        303,
        f"{path_to(fact)}?lang=ja&sent=1",
    )
    [waiting] = desk.asks("GET", "/v1/agency/candidates")["items"]
    assert waiting["waits_for"] == "reply"
    thread = desk.asks("GET", f"/v1/agency/candidates/{file.candidate_id}/messages")["items"]
    assert [(m["author"], m["text"]) for m in thread] == [
        ("candidate", "お願いします"),
        ("adviser", SECRET_WORDS),
    ]


def test_looking_changes_nothing(desk: Desk, file: CandidateFile) -> None:
    fact = left(desk, file)
    before = desk.everything()
    page = desk.opens(path_to(fact))
    assert (page["statusCode"], SECRET_WORDS in page["body"]) == (200, True)
    assert "noindex" in page["headers"]["X-Robots-Tag"]
    assert desk.opens(path_to(fact), "HEAD")["body"] == ""
    assert desk.everything() == before


def test_a_button_pressed_twice_is_one_reply(desk: Desk, file: CandidateFile) -> None:
    fact = left(desk, file)
    for _ in range(2):
        assert desk.opens(path_to(fact), "POST", text="yes")["statusCode"] == 303
    assert len(desk.threads.newest(file.candidate_id)[0]) == 2


@pytest.mark.parametrize("typed", ["", "%20%0A", "x" * 4001])
def test_a_reply_without_words_or_with_too_many_comes_back_as_typed(
    desk: Desk, file: CandidateFile, typed: str
) -> None:
    fact = left(desk, file)
    back = desk.opens(path_to(fact), "POST", text=typed)
    assert back["statusCode"] == 422
    assert 'aria-invalid="true"' in back["body"]
    assert typed[:4001] in back["body"] or not typed.strip("%20A")
    assert len(desk.threads.newest(file.candidate_id)[0]) == 1


def test_what_is_typed_is_shown_as_words_and_never_as_a_page(
    desk: Desk, file: CandidateFile
) -> None:
    fact = left(desk, file, "<script>alert(1)</script>")
    assert "<script" not in desk.opens(path_to(fact))["body"]


def test_after_thirty_days_the_page_says_how_to_go_on(desk: Desk, file: CandidateFile) -> None:
    token = path_to(left(desk, file)).removeprefix("/messages/")
    wired: dict[str, Any] = {"files": desk.files, "threads": desk.threads, "secrecy": PEPPER}
    now = datetime.now(UTC)
    good = now + LINK_GOOD - timedelta(minutes=1)
    assert messages_flow.opened(token, **wired, now=good)
    with pytest.raises(MessageLinkExpired):
        messages_flow.opened(token, **wired, now=now + LINK_GOOD)


def test_a_page_past_its_time_is_kind(
    desk: Desk, file: CandidateFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    fact = left(desk, file)

    later = datetime.now(UTC) + LINK_GOOD
    monkeypatch.setattr(clock, "now", lambda: later)
    page = desk.opens(path_to(fact))
    assert (page["statusCode"], AGENCY.contact_email in page["body"]) == (410, True)


@pytest.mark.parametrize("forged", ["/messages/cnd_1~msg_1.AAAA", "/messages/x", "/messages/~."])
def test_a_link_of_nobodys_is_not_found(desk: Desk, forged: str) -> None:
    assert desk.opens(forged)["statusCode"] == 404
    assert desk.opens(forged, "POST", text="x")["statusCode"] == 404


def test_a_link_to_one_thread_opens_no_other(desk: Desk, file: CandidateFile) -> None:
    fact = left(desk, file)
    bob = desk.filed("bob")
    mixed = path_to(fact).replace(file.candidate_id, bob.candidate_id)
    assert desk.opens(mixed)["statusCode"] == 404


def test_thirty_replies_a_day_are_enough(desk: Desk, file: CandidateFile) -> None:
    token = path_to(left(desk, file)).removeprefix("/messages/")
    wired: dict[str, Any] = {
        "files": desk.files,
        "threads": desk.threads,
        "secrecy": PEPPER,
        "programme": PROGRAMME,
    }
    now = datetime.now(UTC)
    for n in range(A_DAY):
        assert messages_flow.reply(token, f"msg_9{n:02}", f"{n}", **wired, now=now)
    with pytest.raises(TooManyRequests):
        messages_flow.reply(token, "msg_999", "one more", **wired, now=now)


def test_a_text_that_seems_to_hold_what_none_may_collect_is_sent_with_a_warning(
    desk: Desk, file: CandidateFile
) -> None:
    path = f"/v1/agency/candidates/{file.candidate_id}/messages"
    answer = desk.asks("POST", path, {"text": "本籍と家族構成を教えてください"}, status=201)
    assert set(answer["warnings"]) >= {"origin", "family"}


def test_the_same_key_writes_once(desk: Desk, file: CandidateFile) -> None:
    path = f"/v1/agency/candidates/{file.candidate_id}/messages"
    once = {"idempotency-key": "k"}
    said = [desk.asks("POST", path, {"text": "こんにちは"}, status=201, **once) for _ in range(3)]
    assert len({m["message_id"] for m in said}) == 1
    assert len(desk.threads.newest(file.candidate_id)[0]) == 1
    desk.asks("POST", path, {"text": "他"}, status=409, **once)


def test_who_withdrew_is_written_nothing(desk: Desk, file: CandidateFile) -> None:
    fact = left(desk, file)
    desk.asks("POST", f"/v1/agency/candidates/{file.candidate_id}/withdrawal")
    assert due(desk, fact) is None
    path = f"/v1/agency/candidates/{file.candidate_id}/messages"
    assert desk.asks("POST", path, {"text": "x"}, status=409)["state"] == "withdrawn"
