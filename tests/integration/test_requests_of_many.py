"""What acts on credits, and what a company reads, ask of DynamoDB: for 10 as for 100,000.

What is left out of "two" is said in test_requests.py.
"""

import pytest

import functions.manage.handler as manage
import functions.manage.ledger as ledger
import functions.manage.statements as statements
from shared.domain.access import COMPANY_SCOPES, Caller
from shared.table.commit import Table
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME
from tests.support.counting import Counted
from tests.support.keys_used import used_today
from tests.support.large import grow
from tests.support.redeeming import Desk
from tests.support.stores import on_table
from tests.support.table import fresh_table
from tests.support.wired import wire

pytestmark = pytest.mark.xdist_group("of many")  # what they share is made once
KEY = {"authorization": "Bearer crk_test_key"}
READ_AND_COMMIT = ["TransactGetItems", "TransactWriteItems"]
WHETHER_IT_LEFT = ["GetItem"]
COUNTED = [10, 100_000]


@pytest.fixture(scope="module")
def counted() -> Counted:
    return Counted()


@pytest.fixture(scope="module", params=COUNTED)
def table(counted: Counted, request: pytest.FixtureRequest) -> Table:
    """A company with so many counted referrals and a tenth of that in credits."""
    table = fresh_table(counted.client)
    stores = on_table(table)
    let_in(stores)
    grow(table, counted=request.param, entries=200)
    caller = Caller("key_1", "company", frozenset(COMPANY_SCOPES), ACME)
    used_today(stores.api_keys, "crk_test_key", caller)
    return table


@pytest.fixture
def desk(table: Table) -> Desk:
    return Desk(on_table(table))


def requests(
    table: Table, counted: Counted, monkeypatch: pytest.MonkeyPatch, path: str, **query: str
) -> list[str]:
    """Without the one that reads the API key."""
    wire(monkeypatch, table, manage, statements, ledger)
    counted.since()
    reply = manage.handle(asked("GET", path, headers=KEY, query=query), CONTEXT)
    assert reply["statusCode"] == 200, reply
    key, *rest = counted.since()
    assert key == "UpdateItem"
    return rest


def test_a_credit_is_reserved_released_and_consumed_by_two_each_and_comes_back_by_three(
    desk: Desk, counted: Counted
) -> None:
    counted.since()
    number = desk.reserve().number
    assert counted.since() == ["Query", "TransactWriteItems"]
    desk.release(number)
    assert counted.since() == READ_AND_COMMIT
    desk.reserve()
    counted.since()
    desk.consume(number)
    assert counted.since() == READ_AND_COMMIT
    desk.restore(number)
    assert sorted(counted.since()) == sorted(READ_AND_COMMIT + WHETHER_IT_LEFT)


def test_that_a_company_owes_nothing_is_one_read(desk: Desk, counted: Counted) -> None:
    counted.since()
    assert desk.settle() == 0
    assert counted.since() == ["TransactGetItems"]


def test_progress_is_one(table: Table, counted: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    assert requests(table, counted, monkeypatch, "/v1/progress") == ["GetItem"]


def test_a_page_of_a_hundred_entries_is_two(
    table: Table, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = requests(table, counted, monkeypatch, "/v1/ledger", limit="100")
    assert page == ["GetItem", "Query"]
