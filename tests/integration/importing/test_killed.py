"""Whoever reads a file may be killed at any request: the next one finishes it, once."""

from collections import Counter
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

import functions.import_csv.handler as reader
from shared.contracts.events import ImportWaits
from shared.domain.errors import Conflict
from shared.domain.ids import ConnectionId, ImportId
from shared.file_import import reading
from shared.hearing import Ears
from shared.table.applications import Applications
from shared.table.commit import Table
from shared.table.connections import Connections
from shared.table.imports import Imports
from shared.table.links import Links
from tests.support.asking import CONTEXT, queued
from tests.support.builders import NOON, PEPPER
from tests.support.counting import Counted
from tests.support.dying import Killed, dying
from tests.support.file_imports import Importing, a_file, a_row, importing
from tests.support.table import fresh_table

ROWS = 5


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows a request, a mark after each two."""
    monkeypatch.setattr(reading, "AT_ONCE", 2)
    monkeypatch.setattr(reading, "MARK", 1)


def a_reading(company: Importing, table: Table, goes_on: bool = True) -> reading.Reading:
    slugs = (f"s{n}-{id(table)}" for n in range(1_000_000))
    applications = Applications(table)
    return reading.Reading(
        imports=Imports(table),
        files=company.files,
        connections=Connections(table),
        known=applications,
        ears=Ears(applications, Links(table), PEPPER, lambda: next(slugs)),
        clock=lambda: NOON,
        goes_on=lambda: goes_on,
        hands=1,
    )


def confirmed(company: Importing) -> tuple[ImportId, ImportWaits]:
    name = company.confirmed(a_file(*(a_row(f"A-{n}") for n in range(ROWS))))
    [waits] = company.waiting()
    return name, waits


def read(company: Importing, waits: ImportWaits, table: Table, **how: Any) -> None:
    """In this thread: a kill is felt as one."""
    names = ConnectionId(waits.connection_id), ImportId(waits.import_id)
    a_reading(company, table, **how).read(*names)


def ended(company: Importing, name: ImportId) -> None:
    """As if nobody had ever been killed."""
    said = company.state(name)
    assert (said["state"], said["gone_over"], said["links"]) == ("done", ROWS, ROWS)
    assert len(company.applications()) == len(company.doorways()) == ROWS
    facts = Counter(item.get("detail_type") for item in company.items())
    assert facts["ApplicationRejected"] == ROWS
    assert company.objects() == {f"links/ats_acme/{name}.csv"}


@pytest.mark.parametrize("done", [False, True], ids=["before it", "after it"])
def test_killed_at_any_request_the_next_one_finishes(
    monkeypatch: pytest.MonkeyPatch, done: bool
) -> None:
    for nth in range(1, 40):
        company = importing(fresh_table(Counted().client), monkeypatch)
        name, waits = confirmed(company)
        try:
            read(company, waits, dying(company.table, nth, done=done))
        except Killed:
            read(company, waits, company.table)
            ended(company, name)
            continue
        assert nth > 10, "it was killed at ten requests at least"
        return ended(company, name)
    pytest.fail("there is no end to the requests")


def test_what_the_time_does_not_suffice_for_is_said_and_gone_on_with(company: Importing) -> None:
    name, waits = confirmed(company)
    read(company, waits, company.table, goes_on=False)
    assert (company.state(name)["state"], company.state(name)["gone_over"]) == ("running", 2)
    [more] = company.waiting()
    assert (more.gone_over, more.event_id) == (2, f"import:{name}:2")
    read(company, more, company.table)
    ended(company, name)


def test_a_message_that_comes_again_does_nothing(company: Importing) -> None:
    name, waits = confirmed(company)
    for _ in range(2):
        assert reader.handle(queued(waits), CONTEXT) == {"batchItemFailures": []}
    ended(company, name)


def test_two_messages_at_once_end_as_one(company: Importing) -> None:
    """The other one reads all of it between two marks of this one, which then gives up."""
    name, waits = confirmed(company)
    first = a_reading(company, company.table)

    def meanwhile() -> datetime:
        if company.state(name)["state"] == "waiting":
            read(company, waits, company.table)
        return NOON

    with pytest.raises(Conflict):
        replace(first, clock=meanwhile).read(ConnectionId(waits.connection_id), name)
    ended(company, name)
