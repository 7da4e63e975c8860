"""Files that may be one person's: a person says so, once, and nothing is lost or counted anew."""

from datetime import timedelta
from itertools import combinations
from typing import Any

import pytest

from shared.domain.candidate_file import CandidateFile
from shared.domain.filed import LOOKED_AT
from shared.table import keys
from tests.support import recommending
from tests.support.builders import ACME, BOLT, NOON, PEPPER
from tests.support.files_desk import Desk

DAY = timedelta(days=1)
PHONE = "090-1234-5678"
E164 = "+819012345678"
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


def pairs(desk: Desk) -> set[str]:
    return {pair["duplicate_id"] for pair in waiting(desk)}


@pytest.mark.parametrize("typed", [{"phone": PHONE}, WISHES])
def test_of_three_who_are_alike_each_pair_is_asked_about_once(
    desk: Desk, typed: dict[str, Any]
) -> None:
    names = [
        desk.filed(name, at=NOON + n * DAY, **typed).candidate_id
        for n, name in enumerate(("ada", "bob", "cleo"))
    ]
    asked = pairs(desk)
    assert asked == {f"{one}~{other}" for one, other in combinations(sorted(names), 2)}
    for name in asked:
        desk.asks("POST", f"/v1/agency/duplicates/{name}/distinct")
    for n, name in enumerate(("ada", "bob", "cleo")):
        desk.filed(name, BOLT, NOON + (3 + n) * DAY, **typed)
    assert pairs(desk) == set()


def test_who_is_alike_to_an_erased_one_is_still_found(desk: Desk) -> None:
    ada = desk.filed("ada", phone=PHONE)
    bob = desk.filed("bob", at=NOON + DAY, phone=PHONE)
    desk.asks("POST", f"/v1/agency/candidates/{ada.candidate_id}/erasure")
    desk.goes_on()
    cleo = desk.filed("cleo", at=NOON + 2 * DAY, phone=PHONE)
    assert pairs(desk) == {"~".join(sorted((bob.candidate_id, cleo.candidate_id)))}
    assert ada.candidate_id not in str(desk.table.get(keys.phone(PEPPER.phone(E164))))


def test_two_files_merged_are_one_of_those_alike(desk: Desk) -> None:
    one, _ = merged(desk)
    desk.goes_on()
    cleo = desk.filed("cleo", at=NOON + 2 * DAY, phone=PHONE)
    assert pairs(desk) == {"~".join(sorted((one.candidate_id, cleo.candidate_id)))}


def test_what_led_to_a_file_merged_away_leads_to_the_kept_one(desk: Desk) -> None:
    one, other = two(desk, **WISHES)
    bystander = desk.filed("cleo", at=NOON + 2 * DAY, phone=PHONE)
    pair = "~".join(sorted((one.candidate_id, other.candidate_id)))
    desk.asks("POST", f"/v1/agency/duplicates/{pair}/merge", {"keep": one.candidate_id})
    led = desk.table.get(keys.phone(PEPPER.phone(E164))) or {}
    assert led["files"] == [one.candidate_id, bystander.candidate_id]
    [alike] = [i for i in desk.everything() if i[keys.PARTITION].startswith("LIKE")]
    assert alike["candidate_id"] == one.candidate_id and "files" not in alike
    assert keys.EXPIRES in alike


def test_signs_that_led_to_two_files_which_are_one_by_now_are_all_told(desk: Desk) -> None:
    """Marks that were written before a merge and are still as they were."""
    by_phone = desk.filed("ada", phone=PHONE)
    by_name = desk.filed("bob", at=NOON + DAY, **WISHES)
    desk.table.commit(
        desk.table.change(
            keys.candidate_file(by_name.candidate_id), put={"merged_into": by_phone.candidate_id}
        )
    )
    cleo = desk.filed("cleo", at=NOON + 2 * DAY, phone=PHONE, **WISHES)
    [pair] = [i for i in desk.everything() if i[keys.SORT] == "DUPLICATE"]
    alike = "~".join(sorted((by_phone.candidate_id, cleo.candidate_id)))
    assert pair[keys.PARTITION] == keys.duplicate(alike).pk
    assert {*pair["signs"]} == {"phone", "name_and_wishes"}


def test_of_a_number_of_many_people_the_newest_are_asked_about(desk: Desk) -> None:
    for n in range(LOOKED_AT + 2):
        desk.filed(f"person{n}", at=NOON + n * DAY, phone=PHONE, **WISHES)
    last = desk.filed("last", at=NOON + 20 * DAY, phone=PHONE, **WISHES).candidate_id
    theirs = [name for name in _all(desk) if last in name]
    assert len(theirs) == LOOKED_AT


def _all(desk: Desk) -> set[str]:
    return {i[keys.PARTITION] for i in desk.everything() if i[keys.SORT] == "DUPLICATE"}


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


def test_an_answer_for_a_job_goes_where_the_file_goes(desk: Desk) -> None:
    one, other = two(desk)
    job = recommending.Desk(desk.table)
    job.posts(recommending.an_order())
    job.asks(other.candidate_id, confirmed=True)
    job.answers(True, other.candidate_id)
    [pair] = waiting(desk)
    keep = {"keep": one.candidate_id}
    desk.asks("POST", f"/v1/agency/duplicates/{pair['duplicate_id']}/merge", keep)
    desk.goes_on()
    shown = desk.asks("GET", f"/v1/agency/candidates/{one.candidate_id}")
    [said] = shown["job_consents"]
    assert (said["answer"], said["job_order_id"]) == ("consented", recommending.JOB)
    assert len(shown["consents_before"]) == 2
    desk.asks("POST", f"/v1/agency/candidates/{one.candidate_id}/erasure")
    desk.goes_on()
    kept = [i for i in desk.everything() if i[keys.SORT].startswith(keys.CONSENT_PREFIX)]
    assert kept == []


@pytest.mark.parametrize("which", [0, 1])
def test_the_kept_file_keeps_what_it_says_and_learns_what_it_lacked(desk: Desk, which: int) -> None:
    ada = desk.filed("ada", phone=PHONE, full_name="青空 花子", desired_occupation="02")
    bob = desk.filed("bob", at=NOON + DAY, phone="+81 90-1234-5678", desired_location="東京")
    [pair] = waiting(desk)
    keep = (ada, bob)[which]
    path = f"/v1/agency/duplicates/{pair['duplicate_id']}/merge"
    desk.asks("POST", path, {"keep": keep.candidate_id})
    shown = desk.asks("GET", f"/v1/agency/candidates/{keep.candidate_id}")
    for name in ("full_name", "email", "phone"):
        assert shown[name] == getattr(keep.candidate, name)
    assert (shown["desired_occupation"], shown["desired_location"]) == ("02", "東京")


def test_what_is_typed_after_a_merge_counts(desk: Desk) -> None:
    one, _ = merged(desk)
    desk.goes_on()
    desk.filed("bob", ACME, NOON + 2 * DAY, full_name="青空 花子")
    shown = desk.asks("GET", f"/v1/agency/candidates/{one.candidate_id}")
    assert shown["full_name"] == "青空 花子"


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
