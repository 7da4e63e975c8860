"""Companies before the agency: listed, noted, let in, turned down, stopped and started."""

import pytest

from shared.domain.difference import differences
from shared.domain.errors import Conflict
from shared.table.admissions import Admissions
from tests.support.acts import SAID, count, let_in
from tests.support.builders import ACME, BOLT, NOON, a_company
from tests.support.desk import ADA, TARO, Desk
from tests.support.facts import suspended

HERE = f"/companies/{ACME}"


def ask(desk: Desk) -> None:
    desk.stores.companies.ask(a_company(), "visitor", None, SAID)


def listed(desk: Desk, state: str) -> list[str]:
    return [item["company_id"] for item in desk.knows("/companies", state=state)["items"]]


def test_a_company_waits_in_the_inbox_until_it_is_let_in(desk: Desk) -> None:
    ask(desk)
    assert listed(desk, "pending_review") == [ACME]
    assert desk.posts(f"{HERE}/approve", by=TARO) == {"company_id": ACME, "state": "active"}
    assert (listed(desk, "pending_review"), listed(desk, "active")) == ([], [ACME])
    assert desk.stores.said() == [f"approved:{ACME}"]
    assert desk.stores.ledgers.tally_and_head(ACME)[0].active


def test_approving_again_changes_nothing(desk: Desk) -> None:
    let_in(desk.stores)
    count(desk.stores)
    assert desk.posts(f"{HERE}/approve")["state"] == "active"
    assert desk.stores.ledgers.tally_and_head(ACME)[0].n == 1
    assert desk.knows("/audit-log")["items"] == []


def test_a_refused_company_waits_no_more_and_is_not_let_in(desk: Desk) -> None:
    ask(desk)
    assert desk.posts(f"{HERE}/refuse", {"reason": "no such company"})["state"] == "refused"
    assert desk.posts(f"{HERE}/refuse", {"reason": "again"})["state"] == "refused"
    status, said = desk.asks("POST", f"{HERE}/approve")
    assert (status, said["code"], said["state"]) == (409, "state_forbids", "refused")
    assert listed(desk, "pending_review") == []
    [note] = desk.knows(HERE)["notes"]
    assert (note["kind"], note["text"]) == ("refused", "no such company")


def test_nothing_counts_for_a_suspended_company_and_everything_again_after(desk: Desk) -> None:
    let_in(desk.stores)
    desk.posts(f"{HERE}/suspend", {"reason": "a complaint"})
    count(desk.stores, "meanwhile")
    assert desk.stores.ledgers.tally_and_head(ACME)[0].n == 0
    assert (listed(desk, "active"), listed(desk, "suspended")) == ([], [ACME])
    desk.posts(f"{HERE}/resume")
    count(desk.stores, "after")
    assert desk.stores.ledgers.tally_and_head(ACME)[0].n == 1
    assert [n["kind"] for n in desk.knows(HERE)["notes"]] == ["resumed", "suspended"]


@pytest.mark.parametrize("act", ["approve", "refuse", "suspend", "resume"])
def test_a_company_that_left_stays_gone(desk: Desk, act: str) -> None:
    desk.stores.companies.ask(a_company(state="left"), "visitor", None, SAID)
    body = {"reason": "x"} if act in ("refuse", "suspend") else None
    status, said = desk.asks("POST", f"{HERE}/{act}", body)
    assert (status, said["state"]) == (409, "left")


@pytest.mark.parametrize("act", ["suspend", "resume"])
def test_one_that_waits_is_neither_stopped_nor_started(desk: Desk, act: str) -> None:
    ask(desk)
    body = {"reason": "x"} if act == "suspend" else None
    assert desk.asks("POST", f"{HERE}/{act}", body)[1]["state"] == "pending_review"


def test_notes_are_kept_in_order_with_who_wrote_them(desk: Desk) -> None:
    ask(desk)
    made = [desk.posts(f"{HERE}/notes", {"text": f"call {n}"}, by=ADA) for n in range(3)]
    assert desk.knows(HERE)["notes"] == made[::-1]
    assert len({note["who"] for note in made}) == 1
    assert "agency.example" not in str(made)


def test_the_file_of_a_company_has_all_there_is(desk: Desk) -> None:
    let_in(desk.stores)
    for n in range(4):
        count(desk.stores, f"person{n}")
    found = desk.knows(HERE)
    assert (found["progress"]["counted"], found["links"]) == (4, 0)
    assert found["company"]["contact_email"] == "saiyo@aozora.example"
    assert found["company"]["approved_at"] == "2026-03-02T12:00:00Z"


def test_one_nobody_asked_for_is_not_found(desk: Desk) -> None:
    for method, path, body in (
        ("GET", "/companies/co_x", None),
        ("POST", "/companies/co_x/approve", None),
        ("POST", "/companies/co_x/notes", {"text": "x"}),
        ("POST", "/companies/co_x/suspend", {"reason": "x"}),
    ):
        assert desk.asks(method, path, body)[0] == 404


def test_a_list_comes_in_pages_that_lose_none(desk: Desk) -> None:
    for company_id in ("co_1", "co_2", "co_3", ACME, BOLT):
        let_in(desk.stores, company_id)  # type: ignore[arg-type]
    desk.posts("/companies/co_2/suspend", {"reason": "x"})
    found, cursor = list[str](), ""
    while True:
        page = desk.knows("/companies", state="active", limit="2", cursor=cursor)
        found += [item["company_id"] for item in page["items"]]
        if not (cursor := page["next_cursor"]):
            break
    assert sorted(found) == sorted(["co_1", "co_3", ACME, BOLT])


@pytest.mark.parametrize("cursor", ["e30=", "eyJwayI6IDF9", "e3g="])
@pytest.mark.parametrize("state", ["pending_review", "active"])
def test_a_place_we_did_not_give_is_refused(desk: Desk, state: str, cursor: str) -> None:
    query = {"state": state, "cursor": cursor}
    status, said = desk.asks("GET", "/companies", query=query)
    assert (status, said["fields"]) == (422, {"cursor": "malformed"})


def test_who_decided_meanwhile_wins(desk: Desk) -> None:
    ask(desk)
    desk.posts(f"{HERE}/refuse", {"reason": "x"})
    with pytest.raises(Conflict):
        Admissions(desk.table).refuse(ACME, NOON)
    with pytest.raises(Conflict):
        Admissions(desk.table).suspend(suspended())


def test_the_books_agree_with_whatever_the_desk_did(desk: Desk) -> None:
    let_in(desk.stores)
    made = [count(desk.stores, f"person{n}") for n in range(3)]
    desk.posts(f"/registrations/{made[0].registration_id}/reverse", {"reason": "suspected_fraud"})
    for act, body in (("suspend", {"reason": "x"}), ("resume", None), ("suspend", {"reason": "y"})):
        desk.posts(f"{HERE}/{act}", body)
        read = desk.stores.books.read(ACME, NOON)
        assert read is not None
        assert differences(*read) == []


def test_a_company_hears_of_each_pause_and_of_its_end(desk: Desk) -> None:
    let_in(desk.stores)
    for act, body in (("suspend", {"reason": "x"}), ("resume", None)):
        desk.posts(f"{HERE}/{act}", body)
        desk.posts(f"{HERE}/{act}", body)
    names = [name for name in desk.stores.said() if name.startswith(("suspended:", "resumed:"))]
    assert [name.rsplit(":", 1)[0] for name in names] == [f"resumed:{ACME}", f"suspended:{ACME}"]
