"""A connection is removed: every link of its applications ends closed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from functions.judge import removed_flow
from functions.judge.removed_flow import close_removed
from shared.domain.connection import Connection
from shared.domain.errors import Conflict
from shared.domain.ids import Slug
from shared.domain.link import LinkState
from shared.table import keys
from shared.table.commit import Table
from shared.table.connections import Connections
from shared.table.links import Links
from shared.table.removals import Removals
from tests.support.acts import let_in
from tests.support.builders import NOON
from tests.support.connections import a_connection, applied_to, connect, link_of
from tests.support.stores import on_table
from tests.support.table import client, fresh_table

LATER = NOON + timedelta(days=2)


@pytest.fixture
def table() -> Table:
    table = fresh_table(client())
    let_in(on_table(table))
    return table


def removed(table: Table, connection: Connection) -> Connection:
    after = replace(connection, removed_at=NOON + timedelta(days=1), signing=())
    Connections(table).remove(connection, after)
    return after


def close(table: Table) -> tuple[int, int]:
    def tell(error: Exception) -> None:
        raise error

    return close_removed(Removals(table), tell=tell, now=LATER)


def state(table: Table, slug: str) -> LinkState:
    return Links(table).open(Slug(slug)).state


def test_links_of_a_removed_connection_are_closed_and_it_is_not_looked_at_again(
    table: Table,
) -> None:
    connection = connect(table, a_connection())
    other = connect(table, a_connection("ats_2"))
    mine = [applied_to(table, connection, name) for name in ("ada", "ben", "cho")]
    stays = applied_to(table, other, "dan")
    removed(table, connection)
    assert close(table) == (3, 0)
    assert {state(table, slug) for slug in mine} == {LinkState.CLOSED}
    assert state(table, stays) is LinkState.ACTIVE
    assert [*table.due(keys.REMOVED, LATER)] == []
    assert close(table) == (0, 0)


def test_many_are_closed_a_piece_at_a_time(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(removed_flow, "AT_ONCE", 2)
    connection = connect(table, a_connection())
    mine = [applied_to(table, connection, f"person-{n}") for n in range(5)]
    removed(table, connection)
    assert [close(table)[0] for _ in range(4)] == [2, 2, 1, 0]
    assert {state(table, slug) for slug in mine} == {LinkState.CLOSED}


def test_the_link_of_its_own_stays_as_it_was(table: Table) -> None:
    connection = connect(table, a_connection())
    removed(table, connection)
    close(table)
    assert state(table, link_of(connection)[0].slug) is LinkState.ACTIVE


def test_what_somebody_else_changes_meanwhile_is_left_for_the_next_run(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = connect(table, a_connection())
    slug = applied_to(table, connection, "ada")
    removed(table, connection)
    with monkeypatch.context() as during:
        during.setattr(Removals, "close", _conflict)
        assert close(table) == (0, 1)
    assert close(table) == (1, 0)
    assert state(table, slug) is LinkState.CLOSED


def _conflict(*_: object) -> None:
    raise Conflict("somebody else")
