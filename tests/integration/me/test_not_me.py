"""Somebody gets a code they never asked for: one press, and no more mail."""

from typing import Any

import pytest

import functions.me.handler as handler
from functions.me import not_me, room
from shared.domain.registration import State
from shared.table import keys
from shared.table.commit import Table
from shared.table.mails import Mails
from shared.table.registrations import Registrations
from tests.support.asking import CONTEXT, asked
from tests.support.builders import PEPPER, a_registration
from tests.support.facts import submitted
from tests.support.wired import wire


@pytest.fixture(autouse=True)
def wired(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    wire(monkeypatch, table, not_me, room)


def ask(method: str, path: str, **query: str) -> Any:
    headers = {"accept": "text/html", "accept-language": "ja"}
    return handler.handle(asked(method, path, None, headers, query or None), CONTEXT)


def page(name: str) -> str:
    return f"/not-me/{PEPPER.token('not-me', name)}"


def a_submitted(table: Table) -> Any:
    made = a_registration("ada")
    person = PEPPER.person(made.candidate.email)
    Registrations(table).submit(made, person, submitted(made))
    return made


def everything(table: Table) -> Any:
    return table.client.scan(TableName=table.name)["Items"]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_opening_it_changes_nothing(table: Table, method: str) -> None:
    made = a_submitted(table)
    before = everything(table)
    reply = ask(method, page(made.registration_id))
    assert reply["statusCode"] == 200
    assert everything(table) == before


def test_pressing_it_blocks_the_address_and_drops_what_asked(table: Table) -> None:
    made = a_submitted(table)
    reply = ask("POST", page(made.registration_id))
    assert reply["statusCode"] == 303
    assert Mails(table).is_suppressed(PEPPER.person(made.candidate.email))
    assert table.get(keys.registration(made.registration_id)) is None
    assert ask("POST", page(made.registration_id))["statusCode"] == 303
    assert "止めました" in ask("GET", page(made.registration_id), done="1")["body"]


def test_who_verified_stays_registered(table: Table) -> None:
    made = a_submitted(table)
    table.commit(
        table.change(keys.registration(made.registration_id), put={"state": State.COUNTED})
    )
    ask("POST", page(made.registration_id))
    assert table.get(keys.registration(made.registration_id))


def test_a_link_that_is_not_ours_is_not_there() -> None:
    assert ask("GET", "/not-me/reg_1.nobodysword")["statusCode"] == 404
    assert ask("POST", "/not-me/reg_1.nobodysword")["statusCode"] == 404
