"""What filing asks of DynamoDB, by the handler itself."""

from datetime import timedelta

import pytest

from tests.support.builders import BOLT, NOON
from tests.support.counting import Counted
from tests.support.facts import counted as told
from tests.support.facts import verified
from tests.support.files_desk import Desk, desk_on
from tests.support.table import fresh_table


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def desk(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return desk_on(fresh_table(counted.client), monkeypatch)


def test_a_new_person_is_three_requests_and_one_known_four(desk: Desk, counted: Counted) -> None:
    made = desk.registered()
    again = desk.registered("ada-again", BOLT, NOON + timedelta(days=1))
    counted.since()
    desk.hears(verified(made))
    assert counted.since() == ["GetItem", "TransactGetItems", "TransactWriteItems"]
    desk.hears(verified(again))
    assert counted.since() == ["GetItem", "TransactGetItems", "GetItem", "TransactWriteItems"]


def test_hearing_it_again_writes_nothing(desk: Desk) -> None:
    made = desk.registered()
    desk.hears(verified(made))
    before = desk.everything()
    desk.hears(told(made), verified(made))
    assert desk.everything() == before
