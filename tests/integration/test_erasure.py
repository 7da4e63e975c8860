"""Somebody is to be forgotten: of what they typed and were written nothing is left, anywhere."""

import json
from datetime import timedelta
from typing import Any

import pytest

import functions.file.handler as file_handler
from shared.contracts.events import ErasureBegun
from shared.domain.candidate_file import CandidateFile
from shared.domain.complaint import Complainant, Complaint, ComplaintKind, Step
from shared.domain.errors import StateForbids, Unavailable
from shared.domain.ids import CandidateId
from shared.domain.registration import Reason, Signal, State
from shared.domain.rights import CameBy, Ground, RightsRequest, Wanted
from shared.domain.tokyo import day
from shared.table import keys
from shared.table.complaints import Complaints
from shared.table.parts import Parts
from shared.table.rights import RightsRequests
from shared.table.seats import Seats
from tests.support.asking import CONTEXT, queued
from tests.support.builders import ACME, BOLT, NOON, PEPPER
from tests.support.facts import counted, verified
from tests.support.files_desk import DONE, Desk

DAY = timedelta(days=1)
ONCE: dict[str, Any] = {"idempotency-key": "k"}
TYPED: dict[str, Any] = {"full_name": "水野 春香", "phone": "090-1234-5678"}
WISHES: dict[str, Any] = {"desired_occupation": "02", "desired_location": "とある町"}
WORDS = (
    "水野",
    "ada@example.org",
    "1234-5678",
    "819012345678",
    "とある町",
    "火曜",
    "水曜",
    "覚え書き",
    "請求の言葉",
    "請求への答え",
    "苦情の言葉",
    "苦情への対応",
    "苦情の結果",
)
SAID = {"水野", "ada@example.org", "とある町", "火曜", "水曜", "覚え書き", *WORDS[-5:]}


def known(desk: Desk) -> CandidateFile:
    """Registered twice, written to, answered, noted, likely to be somebody else too."""
    desk.filed("ada", ACME, NOON, **TYPED, **WISHES)
    file = desk.filed("ada-again", BOLT, NOON + DAY, **TYPED)
    desk.filed("bob", phone=TYPED["phone"])
    path = f"/v1/agency/candidates/{file.candidate_id}"
    said = desk.asks("POST", f"{path}/messages", {"text": "火曜はいかがですか"}, status=201)
    token = PEPPER.token("messages", f"{file.candidate_id}~{said['message_id']}")
    assert desk.opens(f"/messages/{token}", "POST", text="水曜なら")["statusCode"] == 303
    desk.asks("PATCH", path, {"notes": "覚え書き", "blocked": ["とある町の会社"]})
    desk.asks("POST", f"{path}/adviser", {"name": "道標 次郎"}, **ONCE)
    has_asked(desk, file.candidate_id)
    return desk.files.find(file.candidate_id)


def has_asked(desk: Desk, candidate_id: CandidateId) -> None:
    """A request that was answered, one that waits, and a complaint that was settled."""
    requests, complaints = RightsRequests(desk.table), Complaints(desk.table)
    of = Wanted.ERASURE, CameBy.PHONE, day(NOON), "請求の言葉", candidate_id, "ada", NOON
    waits, over = RightsRequest("rgt_1", *of), RightsRequest("rgt_2", *of)
    requests.add(waits)
    requests.add(over)
    requests.change(over, over.refused(Ground.TAKEN_BACK, "請求への答え", "ada", NOON))
    about = Complainant.CANDIDATE, ComplaintKind.STAFF, "苦情の言葉", candidate_id
    made = Complaint("cpl_1", day(NOON), "ada", NOON, *about)
    complaints.add(made)
    dealt = made.dealt_with(Step(NOON, "ada", "苦情への対応"))
    complaints.change(made, dealt.closed("苦情の結果", "ada", NOON))


def erase(desk: Desk, candidate_id: CandidateId) -> Any:
    return desk.asks("POST", f"/v1/agency/candidates/{candidate_id}/erasure", {"reason": "asked"})


def found(desk: Desk) -> set[str]:
    """In the whole table, but for what the law has the registers keep."""
    items = [i for i in desk.everything() if not i[keys.PARTITION].startswith("REGISTER#")]
    said = json.dumps(items, ensure_ascii=False, default=str)
    return {word for word in WORDS if word in said}


def test_nothing_of_what_they_typed_or_were_written_is_left(desk: Desk) -> None:
    file = known(desk)
    assert found(desk) >= SAID
    assert erase(desk, file.candidate_id)["state"] == "erasing"
    said = desk.goes_on()
    assert "ErasureBegun" in {fact.detail_type for fact in said}
    assert [fact.detail_type for fact in desk.goes_on()] == ["CandidateErased"]
    assert found(desk) == {"1234-5678"}  # the other one's own


def test_who_was_erased_signs_in_to_nothing(desk: Desk) -> None:
    file = known(desk)
    assert [place.seat.of for place in Seats(desk.table).of(file.person)] == [file.candidate_id]
    erase(desk, file.candidate_id)
    for _ in range(2):
        desk.goes_on()
    assert Seats(desk.table).of(file.person) == []


def test_that_they_asked_and_complained_stays_with_its_days_and_its_end(desk: Desk) -> None:
    file = known(desk)
    erase(desk, file.candidate_id)
    desk.goes_on()
    requests, complaints = RightsRequests(desk.table), Complaints(desk.table)
    waits, over = requests.find("rgt_1"), requests.find("rgt_2")
    complaint = complaints.find("cpl_1")
    assert all((one.erased_at, one.received_on) for one in (waits, over, complaint))
    assert (over.wanted, over.ground, over.closed_at) == (Wanted.ERASURE, Ground.TAKEN_BACK, NOON)
    assert [(step.at, step.who) for step in complaint.steps] == [(NOON, "ada")]
    assert (complaint.kind, complaint.closed_at) == (ComplaintKind.STAFF, NOON)
    assert requests.open(limit=9, after=None)[0] == [waits]
    requests.change(waits, waits.refused(Ground.KEPT_BY_LAW, "水野様へ", "ada", NOON + DAY))
    assert found(desk) == {"1234-5678"}  # the other one's own


def test_nobody_who_is_erased_is_written_about_in_a_new_request(desk: Desk) -> None:
    file = known(desk)
    erase(desk, file.candidate_id)
    of = Wanted.STOP, CameBy.PHONE, day(NOON), "水野", file.candidate_id, "ada", NOON
    with pytest.raises(StateForbids):
        RightsRequests(desk.table).add(RightsRequest("rgt_3", *of))


def test_counts_stay_and_so_does_who_was_counted(desk: Desk) -> None:
    file = known(desk)
    erase(desk, file.candidate_id)
    desk.goes_on()
    made = [
        desk.stores.registrations.find(r)
        for r in Parts(desk.table).registrations(file.candidate_id)
    ]
    assert [(r.state, r.company_id, r.is_erased) for r in made] == [
        (State.COUNTED, ACME, True),
        (State.NOT_COUNTED, BOLT, True),
    ]
    assert desk.stores.ledgers.tally_and_head(ACME)[0].n == 2
    assert desk.table.get(keys.person(PEPPER.person("ada@example.org")))


def test_what_was_undecided_does_not_count(desk: Desk) -> None:
    made = desk.registered("ada", signals=(Signal.OWN_DOMAIN,))
    desk.hears(verified(made))
    erase(desk, desk.file_of("ada@example.org").candidate_id)
    desk.goes_on()
    after = desk.table.get(keys.registration(made.registration_id))
    assert after and (after["state"], after["reason"]) == ("not_counted", Reason.WITHDRAWN)


def test_withdrawing_leaves_the_file_and_frees_what_is_undecided(desk: Desk) -> None:
    held = desk.registered("ada", signals=(Signal.OWN_DOMAIN,))
    desk.hears(verified(held))
    file = desk.file_of("ada@example.org")
    path = f"/v1/agency/candidates/{file.candidate_id}"
    for _ in range(2):
        assert desk.asks("POST", f"{path}/withdrawal")["state"] == "withdrawn"
    desk.goes_on()
    shown = desk.asks("GET", path)
    assert (shown["email"], shown["search"], shown["contact_by"]) == (
        "ada@example.org",
        "paused",
        None,
    )
    assert [r["reason"] for r in shown["registrations"]] == ["withdrawn"]


def test_one_who_is_erased_is_written_to_no_more_and_cannot_be_changed(desk: Desk) -> None:
    file = known(desk)
    erase(desk, file.candidate_id)
    path = f"/v1/agency/candidates/{file.candidate_id}"
    desk.asks("POST", f"{path}/messages", {"text": "x"}, status=404)
    desk.asks("PATCH", path, {"notes": "x"}, status=404)
    desk.asks("POST", f"{path}/adviser", {"name": "x"}, status=404)
    desk.goes_on()
    assert desk.asks("GET", path)["state"] == "erased"
    assert erase(desk, file.candidate_id)["state"] == "erased"


def test_an_erasure_stopped_anywhere_is_finished_by_the_next_delivery(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = known(desk)
    erase(desk, file.candidate_id)
    begun = _begun(desk)
    commit, calls = type(desk.table).commit, {"left": 0}

    def dies(table: Any, *writes: Any) -> None:
        if calls["left"] == 0:
            raise Unavailable("gone")
        calls["left"] -= 1
        commit(table, *writes)

    steps = 0
    while True:
        calls["left"] = steps
        with monkeypatch.context() as stopped:
            stopped.setattr(type(desk.table), "commit", dies)
            done = file_handler.handle(queued(begun), CONTEXT) == DONE
        if done:
            break
        steps += 1
    assert desk.files.find(file.candidate_id).erased_at
    assert steps > 3
    assert found(desk) == {"1234-5678"}  # the other one's own


def _begun(desk: Desk) -> Any:
    [said] = [s for s in desk.stores.waiting() if s.detail_type == "ErasureBegun"]
    return ErasureBegun.model_validate_json(said.detail)


def test_a_merged_file_is_erased_with_all_that_came_together_in_it(desk: Desk) -> None:
    one = desk.filed("ada", **TYPED)
    other = desk.filed("bob", BOLT, NOON + DAY, phone=TYPED["phone"])
    has_asked(desk, one.candidate_id)
    [pair] = desk.asks("GET", "/v1/agency/duplicates")["items"]
    path = f"/v1/agency/duplicates/{pair['duplicate_id']}/merge"
    desk.asks("POST", path, {"keep": other.candidate_id})
    erase(desk, one.candidate_id)  # before anything was moved
    desk.goes_on()
    assert found(desk) == set()
    assert "bob@example.org" not in json.dumps(desk.everything(), default=str)
    assert desk.asks("GET", "/v1/agency/duplicates")["items"] == []


def test_a_fact_replayed_later_files_nobody_anew(desk: Desk) -> None:
    made = desk.registered("ada", **TYPED)
    desk.hears(counted(made))
    erase(desk, desk.file_of("ada@example.org").candidate_id)
    desk.goes_on()
    desk.hears(verified(made), counted(made))
    assert found(desk) == set()


def test_a_registration_nobody_had_filed_when_its_person_was_erased_is_erased_too(
    desk: Desk,
) -> None:
    file = desk.filed("ada", **TYPED)
    late = desk.registered("ada-late", BOLT, NOON + DAY, **TYPED)
    for said in list(desk.stores.waiting()):
        desk.stores.outbox.forget(said)
    erase(desk, file.candidate_id)
    desk.goes_on()
    assert found(desk) == {"水野", "ada@example.org", "1234-5678"}
    desk.hears(verified(late))
    assert found(desk) == set()
    assert desk.stores.registrations.find(late.registration_id).company_id == BOLT
