"""A counted referral taken back by a person: once, with what gives way for it."""

from collections.abc import Iterator
from typing import Any

import pytest

from shared.domain.errors import AlreadyDecided
from shared.domain.milestone import Tally
from shared.domain.registration import Registration
from tests.support.acts import count_many, grant_all, let_in
from tests.support.agency_acts import voided_window
from tests.support.builders import ACME
from tests.support.desk import Desk

FRAUD = {"reason": "suspected_fraud"}


def at(made: Registration) -> str:
    return f"/registrations/{made.registration_id}/reverse"


def tally(desk: Desk) -> Tally:
    return desk.stores.ledgers.tally_and_head(ACME)[0]


def waiting(desk: Desk) -> list[Any]:
    return [item["registration_id"] for item in desk.knows("/reversals")["items"]]


def test_the_count_goes_down_and_the_reason_is_kept(desk: Desk) -> None:
    let_in(desk.stores)
    made = count_many(desk.stores, 4)
    assert desk.posts(at(made[0]), FRAUD)["verdict"] == "reversed"
    assert tally(desk) == Tally(ACME, n=3, r=3)
    seen = desk.knows(f"/registrations/{made[0].registration_id}")
    assert (seen["state"], seen["reason"]) == ("reversed", "suspected_fraud")
    assert f"reversed:{made[0].registration_id}" in desk.stores.said()


def test_at_a_milestone_the_newest_credit_is_voided_and_it_is_said(desk: Desk) -> None:
    let_in(desk.stores)
    made = count_many(desk.stores, 20)
    grant_all(desk.stores, 1, 2)
    desk.posts(at(made[0]), FRAUD)
    head = desk.stores.ledgers.head(ACME)
    assert (head.available, head.voided, head.lawful) == (1, 1, True)
    assert f"voided:{ACME}:2" in desk.stores.said()


def test_twice_is_refused_with_the_state_and_the_same_key_is_answered(desk: Desk) -> None:
    let_in(desk.stores)
    made = count_many(desk.stores, 4)
    first = desk.posts(at(made[0]), FRAUD, once="k")
    status, said = desk.asks("POST", at(made[0]), FRAUD)
    assert (status, said["code"], said["state"]) == (409, "state_forbids", "reversed")
    assert desk.posts(at(made[0]), FRAUD, once="k") == first
    assert tally(desk).n == 3
    assert len(desk.knows("/audit-log")["items"]) == 1


def test_one_that_never_counted_cannot_be_taken_back(desk: Desk) -> None:
    let_in(desk.stores)
    [made] = count_many(desk.stores, 1)
    desk.posts(at(made), FRAUD)
    assert desk.asks("POST", "/registrations/reg_x/reverse", FRAUD)[0] == 404
    status, said = desk.asks("POST", at(made), {"reason": "withdrawn"})
    assert (status, said["fields"]) == (422, {"reason": "malformed"})


def test_a_voided_windows_people_wait_until_a_person_decides(desk: Desk) -> None:
    let_in(desk.stores)
    made = count_many(desk.stores, 3)
    voided_window(desk, *made)
    assert waiting(desk) == [one.registration_id for one in made]
    desk.posts(at(made[0]), {"reason": "voided_by_company"})
    desk.posts(f"/reversals/{made[1].registration_id}/dismiss", once="k")
    assert waiting(desk) == [made[2].registration_id]
    assert tally(desk).n == 2
    desk.posts(f"/reversals/{made[1].registration_id}/dismiss", once="k")
    assert desk.asks("POST", f"/reversals/{made[1].registration_id}/dismiss")[0] == 404


@pytest.fixture
def somebody_else_first(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    from shared.table.reversals import Reversals

    real = Reversals.reverse

    def second(self: Reversals, *args: Any) -> None:
        monkeypatch.setattr(Reversals, "reverse", real)
        real(Reversals(_plain(self)), *args)
        raise AlreadyDecided("somebody else did")

    monkeypatch.setattr(Reversals, "reverse", second)
    yield


def _plain(reversals: Any) -> Any:
    from dataclasses import replace

    return replace(reversals.table, beside=())


@pytest.mark.usefixtures("somebody_else_first")
def test_who_comes_second_learns_what_became_of_it(desk: Desk) -> None:
    let_in(desk.stores)
    made = count_many(desk.stores, 4)
    status, said = desk.asks("POST", at(made[0]), FRAUD)
    assert (status, said["state"]) == (409, "reversed")
    assert tally(desk).n == 3
    assert desk.knows("/audit-log")["items"] == []
