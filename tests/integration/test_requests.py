"""What each operation asks of DynamoDB, by the handlers themselves.

Where a test here or in test_*_request*.py says "is two", it leaves out one request and no other:
the `UpdateItem` that reads the API key and counts how fast it asks (a `GetItem` of an agency's),
first of all, in every request under /v1. It is asserted each time. All else counts: reads, the
transaction, the read of an answer given before. A page or a click has no key; an event from a
queue has none.
"""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

import functions.click.handler as click
import functions.grant.handler as grant
import functions.manage.handler as manage
import functions.manage.ledger as ledger
import functions.manage.statements as statements
import functions.register.handler as register
from shared.domain.access import COMPANY_SCOPES, Caller
from shared.domain.edition import Edition
from shared.domain.ledger import grant as posted
from shared.domain.link import LinkState
from shared.domain.registration import CODE_VALID, Registration, State
from shared.domain.rules import FIRST
from shared.memory import RememberedDoorways
from shared.mint import key_digest
from shared.programme import Remembered
from shared.table.clicks import Clicks
from shared.table.commit import Table
from shared.table.links import Links
from shared.table.rulebook import Rulebook
from tests.support import wired
from tests.support.acts import count_many, let_in, person, take_in
from tests.support.asking import CONTEXT, asked, queued
from tests.support.builders import (
    ACME,
    NOON,
    PEPPER,
    PROGRAMME,
    TODAY,
    a_doorway,
    a_link,
    a_registration,
)
from tests.support.counting import Counted
from tests.support.facts import milestone, submitted
from tests.support.own_link import mint
from tests.support.stores import Stores, on_table
from tests.support.table import fresh_table

KEY: dict[str, str] = {"authorization": "Bearer crk_test_key"}
FORM = {"email": "ada@example.org", "full_name": "Ada", "consents": {"core": True}}


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def stores(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Stores:
    """One approved company with one link; the handlers wired to a table that counts."""
    table = fresh_table(counted.client)
    wire(table, monkeypatch)
    stores = on_table(table)
    let_in(stores)
    stores.links.add(a_link(), a_doorway())
    return stores


def wire(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered = RememberedDoorways(Links(table))
    programme = Remembered(Rulebook(table))
    wired.wire(monkeypatch, table, register, manage, statements, ledger)
    monkeypatch.setattr(register, "programme", lambda: programme)
    monkeypatch.setattr(click, "doorways", lambda: remembered)
    monkeypatch.setattr(click, "clicks", lambda: Clicks(table))
    monkeypatch.setattr(grant, "programme", lambda: PROGRAMME)
    monkeypatch.setattr(grant, "ledgers", lambda: on_table(table).ledgers)


def verified(stores: Stores, counted: Counted, name: str = "ada") -> list[str]:
    made = take_in(stores, name, at=datetime.now(UTC))
    path = f"/registrations/{made.registration_id}/verification"
    typed = asked("POST", path, {"code": PEPPER.code(made.registration_id, 1)})
    return requests(counted, register.handle, typed)


def requests(counted: Counted, handle: Any, event: dict[str, Any], status: int = 200) -> list[str]:
    counted.since()
    reply = handle(event, CONTEXT)
    assert reply["statusCode"] == status, reply
    return counted.since()


def test_a_click_is_two_and_one_with_the_link_in_memory(stores: Stores, counted: Counted) -> None:
    visit = asked("GET", "/r/acme-link")
    assert requests(counted, click.handle, visit) == ["GetItem", "UpdateItem"]
    assert requests(counted, click.handle, visit) == ["UpdateItem"]


def test_by_a_candidates_own_link_it_is_as_many_and_one_more_where_its_link_moved(
    stores: Stores, counted: Counted
) -> None:
    """The state of the link it is under is a condition of what is written, not a read."""
    assert isinstance(stores.links, Links)
    mint(stores.links.table, a_link(), "own")
    assert requests(counted, click.handle, asked("GET", "/r/own")) == ["GetItem", "UpdateItem"]
    submit = asked("POST", "/r/own/registrations", FORM)
    requests(counted, register.handle, submit, 202)  # that day's rules
    plain = requests(counted, register.handle, submit, 202)
    assert plain == ["TransactGetItems", "TransactWriteItems"]
    stores.links.change(a_link(), a_link(state=LinkState.CLOSED))
    moved = requests(counted, register.handle, submit, 202)
    assert moved == ["TransactGetItems", "TransactWriteItems", "TransactWriteItems"]


def test_a_submit_is_two_and_three_once_in_five_minutes(stores: Stores, counted: Counted) -> None:
    """The link, who is known by address, number and place, in one; what there is to write."""
    submit = asked("POST", "/r/acme-link/registrations", {**FORM, "phone": "090-1234-5678"})
    first = requests(counted, register.handle, submit, 202)
    assert first == ["TransactGetItems", "TransactGetItems", "TransactWriteItems"]
    again = requests(counted, register.handle, submit, 202)
    assert again == ["TransactGetItems", "TransactWriteItems"]


def made_under(stores: Stores, name: str = "ada", **changed: Any) -> Registration:
    """Handed in under a second version of the rules."""
    rules = replace(FIRST, version=2, effective_from=NOON, **changed)
    stores.rulebook.add(Edition(rules, NOON, "key_1"))
    made = replace(a_registration(name), rule_version=2)
    now = datetime.now(UTC)
    made = replace(made, submitted_at=now, code_until=now + CODE_VALID)
    stores.registrations.submit(made, person(name), submitted(made))
    return made


def typed(made: Registration) -> dict[str, Any]:
    path = f"/registrations/{made.registration_id}/verification"
    return asked("POST", path, {"code": PEPPER.code(made.registration_id, 1)})


def test_a_verification_reads_rules_made_later_once(stores: Stores, counted: Counted) -> None:
    made = made_under(stores, person_held_days=90)
    asked_for = requests(counted, register.handle, typed(made))
    assert asked_for == ["UpdateItem", "TransactGetItems", "TransactWriteItems"]


@pytest.mark.parametrize("changed", [{"hold_days": 3}, {"acceptance_needed": True}])
def test_a_verification_that_is_held_is_two(
    stores: Stores, counted: Counted, changed: dict[str, Any]
) -> None:
    made = made_under(stores, **changed)
    vars(register)["programme"]().version(2)
    assert requests(counted, register.handle, typed(made)) == ["UpdateItem", "TransactWriteItems"]
    assert stores.registrations.find(made.registration_id).state is State.HELD


def test_a_verification_is_two(stores: Stores, counted: Counted) -> None:
    assert verified(stores, counted) == ["UpdateItem", "TransactWriteItems"]
    assert stores.ledgers.tally_and_head(ACME)[0].n == 1


def test_a_duplicates_verification_is_three(stores: Stores, counted: Counted) -> None:
    verified(stores, counted, "ada")
    again = {**FORM, "email": "Ada+again@example.org"}
    submit = asked("POST", "/r/acme-link/registrations", again)
    registration_id = register.handle(submit, CONTEXT)["body"].split('"')[3]
    typed = {"code": PEPPER.code(registration_id, 1)}
    event = asked("POST", f"/registrations/{registration_id}/verification", typed)
    assert len(requests(counted, register.handle, event)) == 3
    assert stores.ledgers.tally_and_head(ACME)[0].n == 1


def test_the_tenths_verification_is_three_and_the_eleventh_two_again(
    stores: Stores, counted: Counted
) -> None:
    count_many(stores, 9)
    assert len(verified(stores, counted, "tenth")) == 3
    assert len(verified(stores, counted, "eleventh")) == 2
    assert stores.ledgers.tally_and_head(ACME)[0].g == 1


def test_a_grant_is_two(stores: Stores, counted: Counted) -> None:
    count_many(stores, 10)
    counted.since()
    assert grant.handle(queued(milestone(1)), CONTEXT) == {"batchItemFailures": []}
    assert counted.since() == ["TransactGetItems", "TransactWriteItems"]


def test_progress_is_one(stores: Stores, counted: Counted) -> None:
    caller = Caller("key_1", "company", frozenset(COMPANY_SCOPES), ACME)
    stores.api_keys.add(key_digest("crk_test_key"), caller)
    asking = asked("GET", "/v1/progress", headers=KEY)
    assert "TransactWriteItems" in requests(counted, manage.handle, asking)  # that day's first use
    key, *rest = requests(counted, manage.handle, asking)
    assert (key, rest) == ("UpdateItem", ["GetItem"])


def test_a_ledger_page_of_a_hundred_is_two_and_a_spreadsheet_one_more(
    stores: Stores, counted: Counted
) -> None:
    caller = Caller("key_1", "company", frozenset(COMPANY_SCOPES), ACME)
    stores.api_keys.add(key_digest("crk_test_key"), caller)
    post_many(stores, 120)
    first = asked("GET", "/v1/ledger", headers=KEY, query={"limit": "100"})
    manage.handle(first, CONTEXT)  # that day's first use of the key
    key, *rest = requests(counted, manage.handle, first)
    assert (key, rest) == ("UpdateItem", ["GetItem", "Query"])
    whole = asked("GET", "/v1/ledger", headers=KEY, query={"format": "csv"})
    assert requests(counted, manage.handle, whole)[1:] == ["GetItem", "Query", "GetItem"]
    stated = asked("GET", "/v1/ledger/statement", headers=KEY)
    assert requests(counted, manage.handle, stated)[1:] == ["GetItem", "Query"]


def post_many(stores: Stores, entries: int) -> None:
    """Counts and grants, by turns."""
    for number in range(1, entries // 2 + 1):
        stores.ledgers.post(posted(stores.ledgers.head(ACME), number, on=TODAY, rules=FIRST))
