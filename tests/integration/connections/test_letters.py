"""A company is told of a connection that needs a look, once, and only while it does."""

from dataclasses import replace

import pytest

from functions.notify.connection_letters import ConnectionLetters
from functions.notify.flow import Due
from shared.contracts.connection_facts import degraded
from shared.contracts.events import ConnectionDegraded
from shared.domain import connection_health
from shared.domain.connection import Connection
from shared.domain.connection_health import REFUSALS, Health
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.connections import Connections
from shared.table.hearings import Hearings
from tests.support.acts import let_in
from tests.support.builders import AGENCY, NOON
from tests.support.connections import a_connection, connect
from tests.support.stores import on_table
from tests.support.table import client, fresh_table


@pytest.fixture
def table() -> Table:
    table = fresh_table(client())
    let_in(on_table(table))
    return table


@pytest.fixture
def connection(table: Table) -> Connection:
    return connect(table, a_connection(label="中途採用"))


def refused(table: Table, connection: Connection) -> ConnectionDegraded:
    """As often as it takes: kept, and what is said of it."""
    before = after = Health()
    for _ in range(REFUSALS):
        before, after = after, connection_health.refused(after, "unsigned", NOON)
    Hearings(table).keep(connection.connection_id, 0, after, None)
    fact = degraded(connection, before, after)
    assert fact
    return fact


def due(table: Table, fact: ConnectionDegraded) -> Due | None:
    stores = Companies(table), Connections(table), Hearings(table)
    return ConnectionLetters(AGENCY, *stores, "https://relay.example").due(fact)


def test_the_mail_names_the_connection_and_leads_to_what_to_do(
    table: Table, connection: Connection
) -> None:
    found = due(table, refused(table, connection))
    assert found
    text = found.letter().text
    assert "「中途採用」" in text
    assert "https://relay.example/console/connections/ats_1" in text


def test_of_one_that_is_well_again_nobody_hears(table: Table, connection: Connection) -> None:
    fact = refused(table, connection)
    ill = Hearings(table).health(connection.connection_id)
    Hearings(table).keep(connection.connection_id, 1, connection_health.heard(ill, NOON), None)
    assert due(table, fact) is None


def test_of_one_that_was_removed_nobody_hears(table: Table, connection: Connection) -> None:
    fact = refused(table, connection)
    Connections(table).remove(connection, replace(connection, removed_at=NOON))
    assert due(table, fact) is None


def test_a_key_that_is_refused_has_a_mail_of_its_own(table: Table, connection: Connection) -> None:
    ill = connection_health.troubled(Health(), "forbidden", NOON)
    Hearings(table).keep(connection.connection_id, 0, ill, None)
    fact = degraded(connection, Health(), ill)
    assert fact
    found = due(table, fact)
    assert found
    assert "キーが消されたか" in found.letter().text
