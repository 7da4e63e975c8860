"""The rights desk: first whose data it is, then the answer, and all within two weeks."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from functions.agency import rights_flow
from functions.notify.flow import Due
from functions.notify.rights_letters import RightsLetters
from shared import clock
from shared.contracts.events import RightsCodeAsked
from shared.domain.candidate_file import CandidateFile
from shared.domain.member import Role
from shared.domain.registration import MAX_ISSUES, MAX_TRIES
from shared.domain.rights import CODE_GOOD, CameBy, Ground, RightsRequest, RightsState, Wanted
from shared.domain.tokyo import day
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.rights import RightsRequests
from tests.support.aftercare import a_file, open_file
from tests.support.builders import AGENCY, PEPPER
from tests.support.desk import AtDesk, Desk, at_desk

HERE = "/agency/rights"
SAID = "自分の情報を全部見せてほしい。電話は090-1234-5678"


@pytest.fixture
def file(desk: Desk) -> CandidateFile:
    """Of somebody whose address leads to it."""
    found = a_file()
    open_file(desk.table, found)
    whose = keys.whose_file(PEPPER.person(found.candidate.email))
    desk.table.commit(desk.table.new(whose, {"candidate_id": found.candidate_id}))
    return found


def a_form(whose: str, **other: str) -> dict[str, str]:
    today = str(day(clock.now()))
    said = {"whose": whose, "wanted": "access", "came_by": "phone", "text": SAID}
    return {**said, "received_on": today, **other}


def newest(desk: Desk) -> RightsRequest:
    return RightsRequests(desk.table).all(limit=1, after=None)[0][0]


def opened(desk: Desk, file: CandidateFile, **other: str) -> tuple[AtDesk, str]:
    """By her address, and the path of her request."""
    ada = at_desk(desk.table)
    status, led = ada.sends(HERE, **a_form(file.candidate.email, **other), once="open")
    assert (status, led) == (303, f"{HERE}/{newest(desk).request_id}?done=added")
    return ada, f"{HERE}/{newest(desk).request_id}"


def proved(desk: Desk, file: CandidateFile, **other: str) -> tuple[AtDesk, str]:
    ada, path = opened(desk, file, **other)
    ada.sends(f"{path}/code", once="code")
    assert ada.sends(f"{path}/proof", code=code_of(desk), once="proof")[0] == 303
    return ada, path


def code_of(desk: Desk) -> str:
    found = newest(desk)
    return PEPPER.rights_code(found.request_id, found.issue)


def wrong_code(desk: Desk) -> str:
    return f"{(int(code_of(desk)) + 1) % 10**6:06}"


def letter(desk: Desk, after: timedelta = timedelta()) -> Due | None:
    """What is mailed for the newest code."""
    found, now = newest(desk), clock.now()
    said = {"request_id": found.request_id, "issue": found.issue, "occurred_at": now}
    fact = RightsCodeAsked.model_validate({"event_id": "e", **said})
    files, requests = CandidateFiles(desk.table), RightsRequests(desk.table)
    return RightsLetters(AGENCY, requests, files, PEPPER, now + after).due(fact)


def test_a_request_is_opened_by_an_address_once_and_waits_for_two_weeks(
    desk: Desk, file: CandidateFile
) -> None:
    ada, path = opened(desk, file)
    led = ada.sends(HERE, **a_form(file.candidate.email), once="open")
    assert led == (303, f"{path}?done=added")
    assert newest(desk).candidate_id == file.candidate_id
    assert len(RightsRequests(desk.table).open(limit=9, after=None)[0]) == 1
    assert path in ada.reads(HERE)[1]
    assert SAID in ada.reads(path)[1]


@pytest.mark.parametrize(
    ("whose", "sentence"),
    [
        ("nobody@example.org", "この方の登録は見つかりません"),
        ("cnd_nobody", "この方の登録は見つかりません"),
        ("", "メールアドレスか求職者の番号を入力してください。"),
    ],
)
def test_nobodys_address_is_said_to_be_one_and_what_was_typed_stays(
    desk: Desk, whose: str, sentence: str
) -> None:
    status, page = at_desk(desk.table).sends(HERE, **a_form(whose), once="w")
    assert status == 422
    assert sentence in page and SAID in page


def test_who_asks_and_has_no_file_is_answered_without_a_code(desk: Desk) -> None:
    ada = at_desk(desk.table)
    ada.sends(HERE, **a_form("nobody@example.org", nobody="on"), once="w")
    path = f"{HERE}/{newest(desk).request_id}"
    assert newest(desk).candidate_id is None
    assert f"{path}/code" not in ada.reads(path)[1]
    assert ada.sends(f"{path}/code", once="c")[0] == 409
    assert ada.sends(f"{path}/answer", outcome="情報はありません", once="a")[0] == 303
    assert newest(desk).state is RightsState.ANSWERED


def test_the_code_goes_to_the_address_on_file_and_no_page_of_ours_shows_it(
    desk: Desk, file: CandidateFile
) -> None:
    ada, path = opened(desk, file)
    assert ada.sends(f"{path}/code", once="c") == (303, f"{path}?done=coded")
    found = letter(desk)
    assert found and found.to == file.candidate.email
    assert code_of(desk) in found.letter().text.replace(" ", "")
    assert code_of(desk) not in ada.reads(path)[1]
    said = desk.table.get(keys.outbox(f"rights_code:{newest(desk).request_id}:1"))
    assert said and said["detail_type"] == "RightsCodeAsked"
    assert letter(desk, CODE_GOOD) is None


def test_whose_address_moved_meanwhile_is_written_to_at_the_new_one(
    desk: Desk, file: CandidateFile
) -> None:
    ada, path = opened(desk, file)
    ada.sends(f"{path}/code", once="c")
    moved = replace(file, candidate=replace(file.candidate, email="new@example.org"))
    now = clock.now()
    files = CandidateFiles(desk.table)
    files.change(files.find(file.candidate_id), moved, act="address", by="candidate", now=now)
    found = letter(desk)
    assert found and found.to == "new@example.org"


def test_the_right_code_proves_it_and_the_file_can_be_taken(
    desk: Desk, file: CandidateFile
) -> None:
    ada, path = opened(desk, file)
    assert ada.reads(f"{path}/package")[0] == 409
    ada.sends(f"{path}/code", once="c")
    led = ada.sends(f"{path}/proof", code=code_of(desk), once="p")
    assert led == (303, f"{path}?done=proved")
    assert f"{path}/package" in ada.reads(path)[1]
    status, said = ada.reads(f"{path}/package")
    assert status == 200
    assert json.loads(said)["email"] == file.candidate.email
    acts = [act["what"] for act in desk.knows("/audit-log")["items"]]
    assert acts.count("rights.package") == 1


def test_who_asks_what_was_handed_over_is_given_that_alone(desk: Desk, file: CandidateFile) -> None:
    ada, path = proved(desk, file, wanted="provisions")
    said = json.loads(ada.reads(f"{path}/package")[1])
    assert said.keys() == {"exported_at", "candidate_id", "provision_records"}


def test_who_asks_for_a_correction_is_given_no_file(desk: Desk, file: CandidateFile) -> None:
    ada, path = proved(desk, file, wanted="correction")
    assert f"{path}/package" not in ada.reads(path)[1]
    assert ada.reads(f"{path}/package")[0] == 409


def test_five_wrong_codes_and_the_right_one_opens_nothing(desk: Desk, file: CandidateFile) -> None:
    ada, path = opened(desk, file)
    ada.sends(f"{path}/code", once="c")
    for left in reversed(range(MAX_TRIES)):
        status, page = ada.sends(f"{path}/proof", code=wrong_code(desk), once=f"p{left}")
        assert status == 422
        assert f"あと{left}回" in page
    assert ada.sends(f"{path}/proof", code=code_of(desk), once="right")[0] == 410
    assert ada.sends(f"{path}/code", once="again")[0] == 410
    assert newest(desk).proved_at is None


def test_the_code_before_stops_working_and_the_fourth_is_not_sent(
    desk: Desk, file: CandidateFile
) -> None:
    ada, path = opened(desk, file)
    ada.sends(f"{path}/code", once="1")
    first = code_of(desk)
    for n in range(2, MAX_ISSUES + 1):
        assert ada.sends(f"{path}/code", once=str(n))[0] == 303
    assert ada.sends(f"{path}/code", once="4")[0] == 429
    assert ada.sends(f"{path}/proof", code=first, once="p")[0] == 422
    assert ada.sends(f"{path}/proof", code=code_of(desk), once="q")[0] == 303


def test_no_code_of_another_request_proves_this_one(desk: Desk, file: CandidateFile) -> None:
    ada, path = opened(desk, file)
    ada.sends(f"{path}/code", once="c")
    other = PEPPER.rights_code("rgt_other", 1)
    assert ada.sends(f"{path}/proof", code=other, once="p")[0] == 422


def test_unproved_it_is_not_answered_and_may_be_refused(desk: Desk, file: CandidateFile) -> None:
    ada, path = opened(desk, file)
    status, page = ada.sends(f"{path}/answer", outcome="渡した", once="a")
    assert status == 409
    assert "先に、ご本人と確かめてください。" in page
    form = {"ground": "not_proved", "why": "確認できないと伝えた"}
    assert ada.sends(f"{path}/refuse", **form, once="r") == (303, f"{path}?done=refused")
    found = newest(desk)
    assert (found.state, found.ground) == (RightsState.REFUSED, Ground.NOT_PROVED)
    assert RightsRequests(desk.table).open(limit=9, after=None)[0] == []
    [act] = [a for a in desk.knows("/audit-log")["items"] if a["what"] == "rights.refuse"]
    assert act["told"] == {"ground": "not_proved"}


def test_a_refusal_without_a_ground_or_a_word_is_asked_for_both(
    desk: Desk, file: CandidateFile
) -> None:
    ada, path = opened(desk, file)
    status, page = ada.sends(f"{path}/refuse", ground="", why="", once="r")
    assert status == 422
    assert "理由を選んでください。" in page and "お伝えした説明を書いてください。" in page


def test_once_answered_nothing_is_handed_over_and_a_later_answer_is_refused(
    desk: Desk, file: CandidateFile
) -> None:
    ada, path = proved(desk, file)
    assert ada.sends(f"{path}/answer", outcome="郵送した", once="a")[0] == 303
    assert ada.reads(f"{path}/package")[0] == 409
    status, page = at_desk(desk.table, Role.MANAGER).sends(
        f"{path}/answer", outcome="手渡した", once="b"
    )
    assert status == 409
    assert "手渡した" in page and "郵送した" in page
    assert newest(desk).outcome == "郵送した"


def test_nothing_personal_is_in_the_audit_log(desk: Desk, file: CandidateFile) -> None:
    ada, path = proved(desk, file)
    ada.reads(f"{path}/package")
    ada.sends(f"{path}/answer", outcome="佐藤様へ郵送した", once="a")
    acts = desk.knows("/audit-log")["items"]
    whats = {"open", "code", "prove", "package", "answer"}
    assert {act["what"] for act in acts} == {f"rights.{what}" for what in whats}
    for personal in (file.candidate.email, file.candidate.full_name, "090-1234", "佐藤"):
        assert personal not in json.dumps(acts, ensure_ascii=False)


def a_request(n: int, days_ago: int = 0) -> RightsRequest:
    now = clock.now()
    received = day(now) - timedelta(days=days_ago)
    of = (Wanted.STOP, CameBy.EMAIL, received, "text", None, "somebody", now)
    return RightsRequest(f"rgt_{n:04d}", *of)


def test_past_two_weeks_it_is_marked(desk: Desk) -> None:
    ada = at_desk(desk.table)
    RightsRequests(desk.table).add(a_request(1, days_ago=14))
    assert "期限を過ぎています" not in ada.reads(HERE)[1]
    RightsRequests(desk.table).add(a_request(2, days_ago=15))
    assert "期限を過ぎています" in ada.reads(HERE)[1]
    assert "期限を過ぎています" in ada.reads(f"{HERE}/rgt_0002")[1]


def test_whoever_was_erased_meanwhile_is_sent_no_code(desk: Desk, file: CandidateFile) -> None:
    ada, path = opened(desk, file)
    ada.sends(f"{path}/code", once="c")
    files = CandidateFiles(desk.table)
    before = files.find(file.candidate_id)
    gone = replace(before, erasing_since=clock.now())
    desk.table.commit(files.swap(before, gone))
    assert letter(desk) is None


def test_of_somebody_erased_the_request_is_closed_without_a_word(
    desk: Desk, file: CandidateFile
) -> None:
    ada, path = proved(desk, file, wanted="erasure")
    RightsRequests(desk.table).forget(newest(desk).request_id, clock.now())
    page = ada.reads(path)[1]
    assert "ご本人の情報とともに消去しました" in page
    assert SAID not in page and "textarea" not in page
    assert ada.sends(f"{path}/answer", once="a") == (303, f"{path}?done=answered")
    assert newest(desk).state is RightsState.ANSWERED


def test_a_code_is_sent_in_one_commit_with_its_request(desk: Desk, file: CandidateFile) -> None:
    opened(desk, file)
    before = newest(desk)
    rights_flow.send_code(before.request_id, requests=RightsRequests(desk.table), now=clock.now())
    after = newest(desk)
    assert (after.issue, after.version) == (before.issue + 1, before.version + 1)
