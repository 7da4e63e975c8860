"""What an adviser sees and does at the desk."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from functions.notify.candidate_letters import CandidateLetters
from shared.contracts.events import AdviserAssigned
from shared.domain.access import Caller
from shared.domain.candidate_file import CandidateFile
from shared.domain.consent import Consents
from shared.domain.member import Member, Role
from shared.mint import key_digest
from shared.table import keys
from shared.table.check_ins import CheckIns
from shared.table.commit import Table
from shared.table.members import Members
from tests.support.acts import person
from tests.support.builders import ACME, AGENCY, BOLT, NOON, PEPPER, a_company
from tests.support.counting import Counted
from tests.support.files_desk import Desk, desk_on
from tests.support.table import fresh_table

DAY = timedelta(days=1)
LIST = "/v1/agency/candidates"
NEWS = Consents("test-2", "form", news=True)


def path_to(file: CandidateFile) -> str:
    return f"{LIST}/{file.candidate_id}"


def test_all_of_a_candidate_is_on_one_screen(desk: Desk) -> None:
    desk.filed("ada", phone="090-1234-5678", consents=NEWS)
    file = desk.filed("ada-again", BOLT, NOON + DAY, desired_location="東京")
    shown = desk.asks("GET", path_to(file))
    assert (shown["full_name"], shown["phone"], shown["desired_location"]) == (
        "Ada-Again",
        "090-1234-5678",
        "東京",
    )
    assert [
        (r["company_name"], r["link_label"], r["state"], r["reason"])
        for r in shown["registrations"]
    ] == [
        (a_company().name, "一次選考", "counted", None),
        (a_company().name, "一次選考", "not_counted", "duplicate_other_company"),
    ]
    assert [(c["text_version"], c["news"]) for c in shown["consents_before"]] == [
        ("test-2", True),
        ("test-1", False),
    ]
    assert shown["consents"]["news"] is False
    assert [one["company_id"] for one in shown["let_go_by"]] == [ACME, BOLT]


def test_a_screen_is_three_requests_and_a_note_whatever_the_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted = Counted()
    desk = desk_on(fresh_table(counted.client), monkeypatch)
    file = desk.filed()
    for n in range(30):
        desk.asks("POST", f"{path_to(file)}/messages", {"text": f"{n:02}" * 1500}, status=201)
    counted.since()
    shown = desk.asks("GET", path_to(file))
    key, *screen = counted.since()
    assert (key, screen) == (
        "GetItem",
        ["Query", "TransactGetItems", "Query", "TransactWriteItems"],
    )
    assert shown["thread"]["items"][0]["text"].startswith("29")
    counted.since()
    desk.asks("GET", LIST)
    assert counted.since() == ["GetItem", "Query"]


def test_the_overdue_come_first_and_alone_where_asked(desk: Desk) -> None:
    now = datetime.now(UTC)
    late, soon = desk.filed("ada", at=now - 30 * DAY), desk.filed("bob", at=now)
    listed = [c["candidate_id"] for c in desk.asks("GET", LIST)["items"]]
    assert listed == [late.candidate_id, soon.candidate_id]
    overdue = desk.asks("GET", LIST, query={"state": "overdue"})
    assert [(c["candidate_id"], c["overdue"]) for c in overdue["items"]] == [
        (late.candidate_id, True)
    ]
    assert overdue["next_cursor"] is None


def test_pages_of_those_who_wait_lose_nobody(desk: Desk) -> None:
    made = {desk.filed(f"person{n}", at=NOON + n * DAY).candidate_id for n in range(5)}
    found, cursor = list[str](), ""
    while True:
        page = desk.asks("GET", LIST, query={"limit": "2", "cursor": cursor})
        found += [c["candidate_id"] for c in page["items"]]
        if not (cursor := page["next_cursor"]):
            break
    assert (len(found), set(found)) == (5, made)


@pytest.mark.parametrize("made_up", ["x", "e30=", "eyJwayI6IDF9", "W10=", "ewo="])
def test_a_cursor_we_did_not_give_is_refused(desk: Desk, made_up: str) -> None:
    refused = desk.asks("GET", LIST, query={"cursor": made_up}, status=422)
    assert refused["fields"] == {"cursor": "malformed"}


def test_contacted_is_contacted_however_often_it_is_said(desk: Desk) -> None:
    file = desk.filed()
    desk.asks("PATCH", path_to(file), {"adviser": "道標 次郎"})
    for _ in range(2):
        assert desk.asks("POST", f"{path_to(file)}/contacted")["contact_by"] is None
    assert desk.asks("GET", LIST)["items"] == []
    [first, second] = desk.asks("GET", path_to(file))["history"]
    assert {first["act"], second["act"]} == {"contacted", "changed adviser"}
    assert first["by"] == second["by"] == "member_1"


def test_who_has_no_adviser_was_not_contacted(desk: Desk) -> None:
    file = desk.filed(at=datetime.now(UTC) - 30 * DAY)
    refused = desk.asks("POST", f"{path_to(file)}/contacted", status=409)
    assert (refused["code"], refused["state"]) == ("state_forbids", "no_adviser")
    desk.asks("POST", f"{path_to(file)}/messages", {"text": "x"}, status=201)
    assert CheckIns(desk.table).overdue_contacts(datetime.now(UTC)) == 1


def test_saying_who_their_adviser_is_contacts_them_and_tells_them_once(desk: Desk) -> None:
    file = desk.filed(at=datetime.now(UTC) - 30 * DAY)
    desk.asks("PATCH", path_to(file), {"adviser": "道標 次郎"})
    assert CheckIns(desk.table).overdue_contacts(datetime.now(UTC)) == 1
    for _ in range(2):
        answer = desk.asks("POST", f"{path_to(file)}/adviser", {"name": "道標 次郎"})
        assert (answer["adviser"], answer["contact_by"]) == ("道標 次郎", None)
    assert len(assigned(desk)) == 1
    assert CheckIns(desk.table).overdue_contacts(datetime.now(UTC)) == 0
    assert desk.asks("GET", LIST)["items"] == []


def test_the_desk_changes_wishes_notes_and_whom_to_hide_from(desk: Desk) -> None:
    file = desk.filed(desired_location="東京")
    said: dict[str, Any] = {
        "notes": "支持政党は聞かない",
        "blocked": ["乙社", "甲社", "乙社"],
        "desired_location": "札幌",
    }
    answer = desk.asks("PATCH", path_to(file), said)
    assert "politics" in answer["warnings"]
    shown = desk.asks("GET", path_to(file))
    assert (shown["desired_location"], shown["blocked"]) == ("札幌", ["乙社", "甲社"])
    desk.filed("ada-before", BOLT, NOON - DAY, desired_location="京都")
    assert desk.asks("GET", path_to(file))["desired_location"] == "札幌"


def test_a_change_that_says_nothing_or_too_much_is_refused(desk: Desk) -> None:
    file = desk.filed()
    desk.asks("PATCH", path_to(file), {}, status=422)
    refused = desk.asks("PATCH", path_to(file), {"email": "x@example.org"}, status=422)
    assert refused["fields"] == {"email": "unknown"}


def assigned(desk: Desk) -> list[AdviserAssigned]:
    said = [s for s in desk.stores.waiting() if s.detail_type == "AdviserAssigned"]
    return [AdviserAssigned.model_validate_json(s.detail) for s in said]


def test_an_adviser_is_told_of_once(desk: Desk) -> None:
    file = desk.filed()
    for _ in range(2):
        answer = desk.asks("POST", f"{path_to(file)}/adviser", {"name": "道標 次郎"})
        assert answer["adviser"] == "道標 次郎"
    [fact] = assigned(desk)
    due = CandidateLetters(AGENCY, desk.files, desk.threads, PEPPER).due(fact)
    assert due is not None and due.to == "ada@example.org"
    text = due.letter().text
    for said in ("道標 次郎", AGENCY.contact_email, AGENCY.licence_number):
        assert said in text


def test_an_adviser_is_named_by_their_membership_too(desk: Desk) -> None:
    file = desk.filed()
    member = Member("道標 花子", "hanako@agency.example", Role.MANAGER, NOON)
    Members(desk.table).appoint(person("hanako"), member)
    said = {"member": person("hanako")}
    assert desk.asks("POST", f"{path_to(file)}/adviser", said)["adviser"] == "道標 花子"
    for wrong, how in (("nobody", "unknown"), ("hanako@agency.example", "malformed")):
        refused = desk.asks("POST", f"{path_to(file)}/adviser", {"member": wrong}, status=422)
        assert refused["fields"] == {"member": how} and "member is " in refused["detail"]
    desk.asks("POST", f"{path_to(file)}/adviser", {**said, "name": "x"}, status=422)


@pytest.mark.parametrize("leaving", ["withdrawal", "erasure"])
def test_who_leaves_is_told_of_no_adviser(desk: Desk, leaving: str) -> None:
    file = desk.filed()
    desk.asks("POST", f"{path_to(file)}/adviser", {"name": "道標 次郎"})
    desk.asks("POST", f"{path_to(file)}/{leaving}")
    [fact] = assigned(desk)
    assert CandidateLetters(AGENCY, desk.files, desk.threads, PEPPER).due(fact) is None


def test_nobody_is_there_who_is_not(desk: Desk) -> None:
    for method, path, body in (
        ("GET", "", None),
        ("PATCH", "", {"notes": "x"}),
        ("POST", "/contacted", None),
        ("POST", "/adviser", {"name": "x"}),
        ("POST", "/erasure", None),
        ("POST", "/withdrawal", None),
        ("POST", "/messages", {"text": "x"}),
        ("GET", "/messages", None),
    ):
        refused = desk.asks(method, f"{LIST}/cnd_nobody{path}", body, status=404)
        assert refused["code"] == "candidate_not_found"


def test_a_key_that_may_only_read_writes_nothing(desk: Desk) -> None:
    file = desk.filed()
    reading = Caller("key_2", "agency", frozenset({"agency:read"}))
    desk.stores.api_keys.add(key_digest("cra_reading"), reading)
    key: dict[str, Any] = {"authorization": "Bearer cra_reading"}
    desk.asks("GET", path_to(file), **key)
    before = desk.everything()
    for path in ("contacted", "erasure", "withdrawal"):
        desk.asks("POST", f"{path_to(file)}/{path}", status=403, **key)
    desk.asks("PATCH", path_to(file), {"notes": "x"}, status=403, **key)
    desk.asks("POST", f"{path_to(file)}/messages", {"text": "x"}, status=403, **key)
    assert desk.everything() == before


def test_what_others_keep_in_a_file_is_left_alone(desk: Desk, table: Table) -> None:
    file = desk.filed()
    named = keys.part_of_file(file.candidate_id, keys.CV_PREFIX, "cv_1")
    table.commit(table.new(named, {"cv_id": "cv_1"}))
    desk.asks("PATCH", path_to(file), {"notes": "x"})
    assert desk.asks("GET", path_to(file))["cvs"] == [{"cv_id": "cv_1"}]
