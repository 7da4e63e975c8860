"""What the desk asks of DynamoDB, however large a company is. The API key is read aside."""

from typing import Any

import pytest

from tests.support.acts import SAID, count_many, grant_all, let_in
from tests.support.builders import ACME, a_company
from tests.support.counting import Counted
from tests.support.desk import TARO, Desk, desk_over
from tests.support.table import fresh_table

HERE = f"/companies/{ACME}"


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def desk(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return desk_over(fresh_table(counted.client), monkeypatch)


def requests(counted: Counted, desk: Desk, path: str, body: Any = None, **how: Any) -> list[str]:
    counted.since()
    desk.posts(path, body, **how)
    key, *rest = counted.since()
    assert key == "GetItem"
    return rest


def test_letting_in_is_two_and_one_more_with_a_key_of_its_own(desk: Desk, counted: Counted) -> None:
    desk.stores.companies.ask(a_company(), "visitor", None, SAID)
    assert requests(counted, desk, f"{HERE}/approve", once="k") == [
        "GetItem",
        "GetItem",
        "TransactWriteItems",
    ]
    suspended = requests(counted, desk, f"{HERE}/suspend", {"reason": "x"})
    assert suspended == ["GetItem", "TransactWriteItems"]


@pytest.mark.parametrize("people", [10, 30])
def test_a_reversal_is_six_however_many_were_counted(
    desk: Desk, counted: Counted, people: int
) -> None:
    let_in(desk.stores)
    made = count_many(desk.stores, people)
    grant_all(desk.stores, *range(1, people // 10 + 1))
    path = f"/registrations/{made[0].registration_id}/reverse"
    asked = requests(counted, desk, path, {"reason": "suspected_fraud"})
    assert sorted(asked) == [
        "GetItem",
        "GetItem",
        "Query",
        "Query",
        "TransactGetItems",
        "TransactWriteItems",
    ]


def test_an_approved_adjustment_is_five(desk: Desk, counted: Counted) -> None:
    let_in(desk.stores)
    made = desk.posts(f"{HERE}/adjustments", {"amount": 1, "reason": "x"})
    path = f"/adjustments/{made['adjustment_id']}/approve"
    asked = requests(counted, desk, path, by=TARO)
    assert asked == ["GetItem", "GetItem", "Query", "GetItem", "TransactWriteItems"]


def test_liability_grows_by_a_request_for_fifty_companies(desk: Desk, counted: Counted) -> None:
    let_in(desk.stores)
    counted.since()
    desk.knows("/liability")
    asked = counted.since()
    shards_and_companies = 9
    assert asked.count("Query") == shards_and_companies
    assert asked.count("TransactGetItems") == 1
