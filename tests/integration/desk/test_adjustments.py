"""A credit given or taken by two people: each once, in the ledger."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from shared.domain.member import Role
from shared.table.credits import Credits
from tests.support.acts import count_many, grant_all, let_in
from tests.support.builders import ACME
from tests.support.desk import ADA, HANAKO, TARO, Desk

HERE = f"/companies/{ACME}"
GIVE = {"amount": 1, "reason": "a milestone of the old programme"}


def propose(desk: Desk, body: Any = GIVE, by: str = HANAKO) -> str:
    made = desk.posts(f"{HERE}/adjustments", body, by=by)
    assert made["state"] == "proposed"
    return f"/adjustments/{made['adjustment_id']}"


def earned(desk: Desk, credits: int = 1) -> None:
    let_in(desk.stores)
    count_many(desk.stores, 10 * credits)
    grant_all(desk.stores, *range(1, credits + 1))


def available(desk: Desk) -> int:
    return desk.stores.ledgers.head(ACME).available


def states(desk: Desk) -> list[tuple[int, str]]:
    lots, _ = desk.stores.ledgers.lots(ACME, limit=9, after=None)
    return [(lot.number, lot.state.value) for lot in lots]


def test_a_proposal_moves_nothing(desk: Desk) -> None:
    let_in(desk.stores)
    propose(desk, by=ADA)
    [waits] = desk.knows("/adjustments")["items"]
    assert (waits["amount"], waits["company_id"]) == (1, ACME)
    assert available(desk) == 0


def test_a_second_person_gives_the_credit(desk: Desk) -> None:
    let_in(desk.stores)
    assert desk.posts(f"{propose(desk)}/approve", by=TARO)["state"] == "approved"
    head = desk.stores.ledgers.head(ACME)
    assert (head.available, head.added, head.lawful) == (1, 1, True)
    [(number, state)] = states(desk)
    assert (number, state) == (-1, "available")
    assert desk.knows("/adjustments")["items"] == []
    assert [s for s in desk.stores.said() if s.startswith("adjusted:")]
    assert len(Credits(desk.table).standing(ACME).available) == 1


def test_a_second_person_takes_the_credit_that_was_named(desk: Desk) -> None:
    earned(desk, 2)
    body = {"amount": -1, "credit_id": "crd_1", "reason": "granted by mistake"}
    desk.posts(f"{propose(desk, body)}/approve", by=TARO)
    assert states(desk) == [(1, "voided"), (2, "available")]
    assert (available(desk), desk.stores.ledgers.head(ACME).taken) == (1, 1)


def test_two_keys_of_one_person_are_one_approver(desk: Desk) -> None:
    let_in(desk.stores)
    desk.key_of("cra_other", f"{HANAKO}@agency.example", Role.MANAGER)
    proposed = propose(desk)
    for by in (HANAKO, "cra_other"):
        status, said = desk.asks("POST", f"{proposed}/approve", by=by)
        assert (status, said["code"]) == (422, "same_approver")
    assert available(desk) == 0


def test_an_adjustment_is_decided_once(desk: Desk) -> None:
    let_in(desk.stores)
    proposed = propose(desk)
    desk.posts(f"{proposed}/approve", by=TARO, once="k")
    for act in ("approve", "reject"):
        status, said = desk.asks("POST", f"{proposed}/{act}", by=TARO)
        assert (status, said["state"]) == (409, "approved")
    assert desk.posts(f"{proposed}/approve", by=TARO, once="k")["state"] == "approved"
    assert available(desk) == 1


def test_a_rejected_one_moves_nothing_for_ever(desk: Desk) -> None:
    let_in(desk.stores)
    proposed = propose(desk)
    assert desk.posts(f"{proposed}/reject", by=TARO)["state"] == "rejected"
    assert desk.asks("POST", f"{proposed}/approve", by=TARO)[1]["state"] == "rejected"
    assert (available(desk), desk.knows("/adjustments")["items"]) == (0, [])


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({**GIVE, "amount": 2}, {"amount": "malformed"}),
        ({**GIVE, "amount": -1}, {"credit_id": "missing"}),
        ({**GIVE, "credit_id": "crd_1"}, {"credit_id": "unknown"}),
        ({"amount": 1}, {"reason": "missing"}),
        ({"amount": 1, "reason": "  "}, {"reason": "malformed"}),
    ],
)
def test_a_proposal_that_makes_no_sense_is_refused_by_name(
    desk: Desk, body: Any, fields: Any
) -> None:
    let_in(desk.stores)
    status, said = desk.asks("POST", f"{HERE}/adjustments", body)
    assert (status, said["fields"]) == (422, fields)


def test_what_is_not_there_is_not_found(desk: Desk) -> None:
    let_in(desk.stores)
    gone = {"amount": -1, "credit_id": "crd_9", "reason": "x"}
    assert desk.asks("POST", f"{HERE}/adjustments", gone)[1]["code"] == "credit_not_found"
    assert desk.asks("POST", "/adjustments/adj_x/approve")[0] == 404
    assert desk.asks("POST", "/companies/co_x/adjustments", GIVE)[0] == 404


def test_adjustments_of_one_company_at_once_are_each_in_the_ledger(desk: Desk) -> None:
    let_in(desk.stores)
    proposed = [propose(desk) for _ in range(3)]
    with ThreadPoolExecutor(3) as people:
        said = list(people.map(lambda one: desk.asks("POST", f"{one}/approve", by=TARO), proposed))
    again = [one for one, (status, _) in zip(proposed, said, strict=True) if status == 503]
    for one in again:
        desk.posts(f"{one}/approve", by=TARO)
    assert {status for status, _ in said} <= {200, 503}
    assert available(desk) == 3
    assert desk.stores.ledgers.head(ACME).lawful


def test_a_program_approves_nothing_and_may_propose(desk: Desk) -> None:
    let_in(desk.stores)
    desk.program("cra_program")
    proposed = propose(desk, by="cra_program")
    status, said = desk.asks("POST", f"{proposed}/approve", by="cra_program")
    assert (status, said["code"]) == (403, "insufficient_scope")
    other = propose(desk)
    assert desk.asks("POST", f"{other}/approve", by="cra_program")[0] == 403
    assert available(desk) == 0
    assert desk.posts(f"{proposed}/approve", by=TARO)["state"] == "approved"


def test_no_credit_comes_back_by_one_persons_word(desk: Desk) -> None:
    earned(desk)
    assert desk.asks("POST", f"{HERE}/credits/1/restore", {"reason": "x"})[0] == 404
