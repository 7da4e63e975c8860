"""Who is answered in which form, where nothing is: programs by problem documents."""

import json
from typing import Any

import pytest

import functions.click.handler as click
import functions.manage.handler as manage
import functions.manage.ledger as ledgers
from shared import people
from shared.domain.access import COMPANY_SCOPES, Caller
from shared.mint import key_digest
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME, AGENCY
from tests.support.fakes.memory import Memory
from tests.support.stores import Stores, in_memory

BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
KEY = {"authorization": "Bearer crk_test_key"}


@pytest.fixture(autouse=True)
def stores(monkeypatch: pytest.MonkeyPatch) -> Stores:
    stores = in_memory(Memory())
    let_in(stores)
    caller = Caller("key_1", "company", frozenset(COMPANY_SCOPES), ACME)
    stores.api_keys.add(key_digest("crk_test_key"), caller)
    monkeypatch.setattr(people, "agency", lambda: AGENCY)
    for module in (manage, ledgers):
        monkeypatch.setattr(module, "table", lambda: None)
    monkeypatch.setattr(manage, "ApiKeys", lambda _: stores.api_keys)
    monkeypatch.setattr(ledgers, "Ledgers", lambda _: stores.ledgers)
    return stores


def ledger(**query: str) -> dict[str, Any]:
    event = asked("GET", "/v1/ledger", headers=KEY, query=query)
    reply: dict[str, Any] = manage.handle(event, CONTEXT)
    return reply


@pytest.mark.parametrize("path", ["/v1", "/v1/nothing", "/ats/x", "/ats/herp/ats_1"])
def test_a_programs_address_answers_a_program_whoever_asks(path: str) -> None:
    reply = click.handle(asked("GET", path, headers=BROWSER), CONTEXT)
    assert reply["statusCode"] == 404
    assert reply["headers"]["Content-Type"] == "application/problem+json"
    assert json.loads(reply["body"])["code"] == "not_found"


@pytest.mark.parametrize("path", ["/", "/v1x", "/v10/links", "/atsx", "/r"])
def test_any_other_address_answers_a_person(path: str) -> None:
    reply = click.handle(asked("GET", path, headers=BROWSER), CONTEXT)
    assert reply["statusCode"] == 404
    assert reply["headers"]["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("query", [{}, {"format": "json"}])
def test_the_ledger_is_json(query: dict[str, str]) -> None:
    reply = ledger(**query)
    assert (reply["statusCode"], json.loads(reply["body"])["items"]) == (200, [])


@pytest.mark.parametrize("form", ["CSV", "JSON", ""])
def test_a_ledger_in_a_form_we_do_not_write_is_refused_and_not_json_instead(form: str) -> None:
    reply = ledger(format=form)
    assert reply["statusCode"] == 422
    assert reply["headers"]["Content-Type"] == "application/problem+json"
    assert "format" in json.loads(reply["body"])["fields"]
