"""Registrations become files: one per person, in whatever order and however often facts come."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import permutations

import pytest

from shared.domain.consent import Consents
from shared.domain.ids import CandidateId
from shared.domain.registration import Reason
from shared.domain.tokyo import reply_by
from shared.table import keys
from tests.support.acts import take_in
from tests.support.builders import ACME, BOLT, NOON, a_registration
from tests.support.facts import counted, held, not_counted, verified
from tests.support.files_desk import Desk

DAY = timedelta(days=1)
NEWS = Consents("test-2", "form", news=True)


def parts(desk: Desk, candidate_id: CandidateId, prefix: str) -> list[str]:
    found = desk.table.partition(keys.of_candidate(candidate_id))
    return [item[keys.SORT] for item in found if item[keys.SORT].startswith(prefix)]


def files(desk: Desk) -> int:
    return sum(i[keys.SORT] == "FILE" and "candidate" in i for i in desk.everything())


def test_a_verified_registration_opens_a_file_that_waits_for_an_adviser(desk: Desk) -> None:
    file = desk.filed(phone="090-1234-5678")
    assert (file.candidate.email, file.let_go_by) == ("ada@example.org", (ACME,))
    assert file.contact_by == reply_by(NOON, 2)
    [waiting] = desk.asks("GET", "/v1/agency/candidates")["items"]
    assert (waiting["candidate_id"], waiting["waits_for"]) == (file.candidate_id, "first_contact")


def test_all_a_registration_is_said_to_be_makes_one_file_of_one_part(desk: Desk) -> None:
    made = desk.registered()
    facts = [verified(made), counted(made), held(made), not_counted(made, Reason.OUT_OF_SCOPE)]
    desk.hears(*facts, *facts)
    file = desk.file_of("ada@example.org")
    assert files(desk) == 1
    assert parts(desk, file.candidate_id, "REG#") == [f"REG#{made.registration_id}"]
    assert file.version == 0


def test_who_was_never_verified_or_is_tidied_away_has_no_file(desk: Desk) -> None:
    made = take_in(desk.stores)
    desk.hears(not_counted(made, Reason.UNVERIFIED), verified(a_registration("gone")))
    assert files(desk) == 0


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_what_was_typed_last_wins_in_whatever_order_it_is_heard(
    desk: Desk, order: tuple[int, ...]
) -> None:
    made = [
        desk.registered("ada-one", BOLT, NOON, phone="03-1111-2222", consents=NEWS),
        desk.registered("ada-two", ACME, NOON + DAY, phone=None, desired_location="東京"),
        desk.registered("ada-three", ACME, NOON + 2 * DAY, desired_location="大阪"),
    ]
    desk.hears(*(verified(made[n]) for n in order))
    file = desk.file_of("ada@example.org")
    typed = file.candidate
    assert (typed.full_name, typed.phone, typed.desired_location) == (
        "Ada-Three",
        "03-1111-2222",
        "大阪",
    )
    assert file.let_go_by == (BOLT, ACME)
    assert file.consents.news is False
    assert len(parts(desk, file.candidate_id, "CONSENT#")) == 3
    assert files(desk) == 1


def test_many_readers_at_once_make_one_file_with_every_registration(desk: Desk) -> None:
    made = [desk.registered(f"ada-{n}", at=NOON + n * DAY) for n in range(4)]
    with ThreadPoolExecutor(8) as readers:
        list(readers.map(desk.tries, [verified(one) for one in made for _ in range(2)]))
    desk.hears(*map(verified, made))
    file = desk.file_of("ada@example.org")
    assert files(desk) == 1
    assert len(parts(desk, file.candidate_id, "REG#")) == 4
    assert file.candidate.full_name == "Ada-3"


def test_who_registers_again_after_withdrawing_is_supported_again(desk: Desk) -> None:
    file = desk.filed()
    desk.asks("POST", f"/v1/agency/candidates/{file.candidate_id}/withdrawal")
    withdrawn = desk.files.find(file.candidate_id).withdrawn_at
    assert withdrawn
    again = desk.filed("ada-again", at=withdrawn + DAY)
    assert (again.candidate_id, again.withdrawn_at, again.search) == (
        file.candidate_id,
        None,
        "looking",
    )
    assert again.contact_by
