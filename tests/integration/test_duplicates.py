"""Files that may be one person's: a person says so, once, and nothing is lost or counted anew."""

from datetime import timedelta
from typing import Any

from shared.domain.candidate_file import CandidateFile
from shared.table import keys
from tests.support.builders import ACME, BOLT, NOON
from tests.support.files_desk import Desk

DAY = timedelta(days=1)
PHONE = "090-1234-5678"
WISHES: dict[str, Any] = {
    "full_name": "青空 花子",
    "desired_occupation": "02",
    "desired_location": "東京",
}


def two(desk: Desk, **typed: Any) -> tuple[CandidateFile, CandidateFile]:
    one = desk.filed("ada", phone=PHONE, **typed)
    return one, desk.filed("bob", BOLT, NOON + DAY, phone="+81 90-1234-5678", **typed)


def waiting(desk: Desk) -> list[Any]:
    return list(desk.asks("GET", "/v1/agency/duplicates")["items"])


def test_the_same_number_under_another_address_is_asked_about_once(desk: Desk) -> None:
    one, other = two(desk)
    [pair] = waiting(desk)
    assert (pair["signs"], {side["candidate_id"] for side in pair["sides"]}) == (
        ["phone"],
        {one.candidate_id, other.candidate_id},
    )
    desk.filed("bob", ACME, NOON + 2 * DAY, phone=PHONE)
    assert len(waiting(desk)) == 1


def test_a_name_alone_asks_nobody_and_with_the_same_wishes_it_does(desk: Desk) -> None:
    desk.filed("ada", full_name="青空 花子")
    desk.filed("bob", full_name="青空花子")
    assert waiting(desk) == []
    desk.filed("cleo", **WISHES)
    desk.filed("dana", **{**WISHES, "full_name": "青空　花子"})
    [pair] = waiting(desk)
    assert pair["signs"] == ["name_and_wishes"]


def test_two_people_said_to_be_two_are_never_asked_about_again(desk: Desk) -> None:
    two(desk)
    [pair] = waiting(desk)
    path = f"/v1/agency/duplicates/{pair['duplicate_id']}"
    for _ in range(2):
        assert desk.asks("POST", f"{path}/distinct")["answer"] == "distinct"
    desk.filed("bob", ACME, NOON + 2 * DAY, phone=PHONE)
    assert waiting(desk) == []
    keep = {"keep": pair["sides"][0]["candidate_id"]}
    refused = desk.asks("POST", f"{path}/merge", keep, status=409)
    assert (refused["code"], refused["state"]) == ("state_forbids", "distinct")


def merged(desk: Desk) -> tuple[CandidateFile, CandidateFile]:
    one, other = two(desk)
    [pair] = waiting(desk)
    said = {"keep": one.candidate_id}
    answer = desk.asks("POST", f"/v1/agency/duplicates/{pair['duplicate_id']}/merge", said)
    assert answer["candidate_id"] == one.candidate_id
    return one, other


def test_merging_moves_all_parts_and_leaves_a_pointer(desk: Desk) -> None:
    one, other = two(desk)
    path = f"/v1/agency/candidates/{other.candidate_id}/messages"
    desk.asks("POST", path, {"text": "はじめまして"}, status=201)
    [pair] = waiting(desk)
    keep = {"keep": one.candidate_id}
    desk.asks("POST", f"/v1/agency/duplicates/{pair['duplicate_id']}/merge", keep)
    desk.goes_on()
    left = [i[keys.SORT] for i in desk.table.partition(keys.of_candidate(other.candidate_id))]
    assert left == ["FILE"]
    shown = desk.asks("GET", f"/v1/agency/candidates/{other.candidate_id}")
    assert shown["candidate_id"] == one.candidate_id
    assert [r["company_id"] for r in shown["registrations"]] == [ACME, BOLT]
    assert [m["text"] for m in shown["thread"]["items"]] == ["はじめまして"]
    assert waiting(desk) == []


def test_later_registrations_of_either_address_go_to_the_kept_file(desk: Desk) -> None:
    one, _ = merged(desk)
    desk.goes_on()
    for name in ("ada", "bob"):
        at = NOON + (3 if name == "ada" else 4) * DAY
        assert desk.filed(f"{name}-later", ACME, at).candidate_id == one.candidate_id


def test_merging_counts_nobody_and_takes_nobody_back(desk: Desk) -> None:
    before = [desk.stores.ledgers.tally_and_head(c)[0].n for c in (ACME, BOLT)]
    assert before == [0, 0]
    merged(desk)
    desk.goes_on()
    assert [desk.stores.ledgers.tally_and_head(c)[0].n for c in (ACME, BOLT)] == [1, 1]


def test_what_is_moved_twice_is_there_once(desk: Desk) -> None:
    one, _ = merged(desk)
    heard = desk.goes_on()
    desk.hears(*heard, *heard)
    shown = desk.asks("GET", f"/v1/agency/candidates/{one.candidate_id}")
    assert len(shown["registrations"]) == 2
    assert len(shown["consents_before"]) == 2


def test_keep_is_one_of_the_two(desk: Desk) -> None:
    two(desk)
    [pair] = waiting(desk)
    path = f"/v1/agency/duplicates/{pair['duplicate_id']}/merge"
    refused = desk.asks("POST", path, {"keep": "cnd_somebody"}, status=422)
    assert refused["fields"] == {"keep": "unknown"}
    desk.asks("POST", "/v1/agency/duplicates/cnd_1~cnd_2/merge", {"keep": "cnd_1"}, status=404)
