import pytest

from shared.company.links import doorway_of
from shared.domain.company import CompanyState
from shared.domain.link import Link
from shared.domain.once import Reply
from shared.table import keys
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.links import Links
from tests.support.builders import a_company, a_link
from tests.support.console import MODULES, Console, console
from tests.support.counting import Counted
from tests.support.ordering import let_in_with_credits
from tests.support.stores import Stores, on_table
from tests.support.table import fresh_table
from tests.support.wired import wire

SAID = Reply(200, "{}")


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def relay(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Stores:
    """An approved company with two credits, and its console."""
    table = fresh_table(counted.client)
    wire(monkeypatch, table, *MODULES)
    stores = on_table(table)
    let_in_with_credits(stores, 2)
    return stores


@pytest.fixture
def table(counted: Counted) -> Table:
    """Of a company that takes part."""
    made = fresh_table(counted.client)
    Companies(made).ask(a_company(), "visitor", None, SAID)
    made.commit(
        made.change(keys.company(a_company().company_id), put={"state": CompanyState.ACTIVE})
    )
    return made


@pytest.fixture
def link(table: Table) -> Link:
    made = a_link()
    Links(table).add(made, doorway_of(made, a_company()))
    return made


@pytest.fixture
def owner(monkeypatch: pytest.MonkeyPatch, table: Table) -> Console:
    return console(monkeypatch, table)
