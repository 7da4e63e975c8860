"""The ledger as a company downloads it, by the handler, from a table in which things happened."""

import base64
import csv
import hashlib
import io
import json
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

import functions.manage.handler as manage
import functions.manage.ledger as ledger
from shared.command.reading import parsed, whole
from shared.domain.access import COMPANY_SCOPES, Caller
from shared.domain.entry import Entry
from shared.domain.ledger import Head, grant
from shared.domain.proof import first_fault
from shared.domain.rules import FIRST
from shared.mint import key_digest
from shared.table.ledgers import Ledgers
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME, BOLT, TODAY
from tests.support.history import live_through
from tests.support.stores import Stores, on_table
from tests.support.table import client, fresh_table
from tests.support.wired import wire

KEYS = {company: {"authorization": f"Bearer crk_test_{company}"} for company in (ACME, BOLT)}
LARGEST = 6_291_456


@pytest.fixture
def stores(monkeypatch: pytest.MonkeyPatch) -> Stores:
    table = fresh_table(client())
    wire(monkeypatch, table, manage, ledger)
    stores = on_table(table)
    for company in (ACME, BOLT):
        caller = Caller(f"key_{company}", "company", frozenset(COMPANY_SCOPES), company)
        stores.api_keys.add(key_digest(f"crk_test_{company}"), caller)
    live_through(stores)
    let_in(stores, BOLT)
    return stores


def get(path: str, company: Any = ACME, status: int = 200, **query: Any) -> dict[str, Any]:
    event = asked("GET", path, headers=KEYS.get(company), query=query)
    reply: dict[str, Any] = manage.handle(event, CONTEXT)
    assert reply["statusCode"] == status, reply
    assert len(json.dumps(reply)) < LARGEST
    return reply


def rows(reply: dict[str, Any]) -> list[list[str]]:
    text = reply["body"].encode().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def entries(stores: Stores) -> list[Entry]:
    return [*stores.ledgers.entries(ACME, limit=1000, after=None)[0]]


def parts(company: Any = ACME) -> list[bytes]:
    """Every part of the statement, as a company downloads one after the other."""
    found, cursor = list[bytes](), ""
    while True:
        found.append(get("/v1/ledger/statement", company, cursor=cursor)["body"].encode())
        cursor = json.loads(found[-1])["next_cursor"] or ""
        if not cursor:
            return found


def test_the_spreadsheet_is_the_whole_ledger_under_its_day(stores: Stores) -> None:
    reply = get("/v1/ledger", format="csv")
    head, *found = rows(reply)
    assert head[0] == "番号"
    assert [row[8] for row in found] == [entry.hash for entry in entries(stores)]
    assert reply["headers"]["Content-Type"] == "text/csv; charset=utf-8"
    name = 'attachment; filename="career-relay-ledger-2026-03-02.csv"'
    assert reply["headers"]["Content-Disposition"] == name
    assert "Link" not in reply["headers"]


def test_a_longer_spreadsheet_goes_on_where_its_link_says(stores: Stores) -> None:
    found = list[str]()
    query: dict[str, Any] = {"format": "csv", "limit": "7"}
    for _ in range(20):
        reply = get("/v1/ledger", **query)
        found += [row[8] for row in rows(reply)[1:]]
        if "Link" not in reply["headers"]:
            break
        there, _, kind = reply["headers"]["Link"].partition("; ")
        assert kind == 'rel="next"'
        url = urlsplit(there.strip("<>"))
        assert (url.netloc, url.path) == ("api.example", "/v1/ledger")
        query = dict(parse_qsl(url.query))
    assert found == [entry.hash for entry in entries(stores)]


def test_the_statement_of_a_real_table_has_no_fault(stores: Stores) -> None:
    [only] = parts()
    statement = whole([parsed(only)])
    assert first_fault(statement) is None
    assert list(statement.entries) == entries(stores)
    assert statement.balances["voided"] == stores.ledgers.tally_and_head(ACME)[1].voided == 1


def test_a_hash_is_what_the_api_says_it_is_without_our_code(stores: Stores) -> None:
    [only] = parts()
    for entry in json.loads(only)["entries"]:
        said = {name: value for name, value in entry.items() if name != "hash"}
        text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert hashlib.sha256(text.encode()).hexdigest() == entry["hash"]


def test_the_statement_of_a_company_just_let_in_has_no_entry_and_no_fault(stores: Stores) -> None:
    [only] = parts(BOLT)
    statement = whole([parsed(only)])
    assert (statement.entries, first_fault(statement)) == ((), None)


def test_a_statement_in_parts_is_one_though_the_ledger_moves_between_them(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "FILE", 5)
    first = get("/v1/ledger/statement")["body"].encode()
    _, head = stores.ledgers.tally_and_head(ACME)
    stores.ledgers.post(grant(head, 9, on=TODAY, rules=FIRST))
    rest, cursor = list[bytes](), json.loads(first)["next_cursor"]
    while cursor:
        rest.append(get("/v1/ledger/statement", cursor=cursor)["body"].encode())
        cursor = json.loads(rest[-1])["next_cursor"]
    statement = whole([parsed(part) for part in (first, *rest)])
    assert len(rest) > 2
    assert first_fault(statement) is None
    assert statement.entries[-1].entry_id == "grant:9"


def test_what_is_posted_while_we_read_is_for_the_next_reader(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Late(Ledgers):
        """A grant is posted between the head and the entries."""

        def head(self, company_id: Any) -> Any:
            before = super().head(company_id)
            self.post(grant(before, 9, on=TODAY, rules=FIRST))
            return before

    monkeypatch.setattr(ledger, "Ledgers", Late)
    [only] = parts()
    assert first_fault(whole([parsed(only)])) is None
    assert "grant:9" not in only.decode()
    assert "grant:9" in {entry.entry_id for entry in entries(stores)}


def test_a_page_ends_where_the_ledger_does(stores: Stores) -> None:
    n = len(entries(stores))
    exact = json.loads(get("/v1/ledger", limit=str(n))["body"])
    assert (len(exact["items"]), exact["next_cursor"]) == (n, None)
    less = json.loads(get("/v1/ledger", limit=str(n - 1))["body"])
    last = json.loads(get("/v1/ledger", cursor=less["next_cursor"])["body"])
    assert [item["seq"] for item in last["items"]] == [n]
    assert last["next_cursor"] is None


@pytest.mark.parametrize("query", [{"limit": "101"}, {"limit": "0"}, {"cursor": "TE9UIzE="}])
def test_a_page_nobody_can_have_is_refused_in_either_form(
    query: dict[str, str], stores: Stores
) -> None:
    for form in ("json", "csv"):
        said = json.loads(get("/v1/ledger", status=422, format=form, **query)["body"])
        assert set(said["fields"]) == set(query)


@pytest.mark.parametrize("path", ["/v1/ledger", "/v1/ledger/statement"])
def test_a_ledger_is_its_companys_alone(path: str, stores: Stores) -> None:
    get(path, None, status=401)
    assert "count:" in get(path)["body"] and "count:" not in get(path, BOLT)["body"]
    limited = Caller("key_2", "company", frozenset({"progress:read"}), ACME)
    stores.api_keys.add(key_digest("crk_limited"), limited)
    event = asked("GET", path, headers={"authorization": "Bearer crk_limited"})
    assert manage.handle(event, CONTEXT)["statusCode"] == 403


def test_anybody_may_have_the_command_that_checks(stores: Stores) -> None:
    reply = get("/v1/ledger/verifier.pyz", None)
    assert reply["isBase64Encoded"] and b"verify_statement" in base64.b64decode(reply["body"])


def test_a_full_part_with_the_longest_ids_fits_what_lambda_may_answer(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    longest = f"reserve:999999:job_{'A' * 26}:{'9' * 20}"
    [some, *_] = entries(stores)
    many = [replace(some, seq=n, entry_id=longest) for n in range(1, ledger.FILE + 1)]

    class Long:
        def __init__(self, _: Any) -> None: ...

        def head(self, _: Any) -> Any:
            return Head(ACME, seq=ledger.FILE, sealed_on=TODAY)

        def entries(self, _: Any, *, limit: int, after: str | None) -> Any:
            return many[:limit], None

    monkeypatch.setattr(ledger, "Ledgers", Long)
    said = json.loads(get("/v1/ledger/statement")["body"])
    assert len(said["entries"]) == ledger.FILE
    assert len(rows(get("/v1/ledger", format="csv"))) == ledger.FILE + 1
