"""The rules and the windows as programs ask for them: who may, what is refused, what is said."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

import functions.agency.handler as agency
import functions.agency.rules as agency_rules
import functions.agency.ruling as agency_ruling
import functions.manage.handler as manage
import functions.manage.rules as rules
import functions.manage.voids as voids
from shared import acts, clock
from shared.domain.access import AGENCY_SCOPES, COMPANY_SCOPES, Caller
from shared.domain.void import AT_ONCE
from shared.mint import key_digest
from shared.table.commit import Table
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME, BOLT, a_doorway, a_link
from tests.support.early import looks_early
from tests.support.stores import Stores, on_table
from tests.support.wired import wire

LINK = "/v1/links/lnk_acme-link/void-windows"


@pytest.fixture
def stores(table: Table, monkeypatch: pytest.MonkeyPatch) -> Stores:
    wire(monkeypatch, table, manage, rules, voids, acts, agency, agency_rules, agency_ruling)
    stores = on_table(table)
    let_in(stores)
    stores.links.add(a_link(), a_doorway())
    for name, caller in {
        "company": Caller("key_c", "company", frozenset(COMPANY_SCOPES), ACME),
        "bolt": Caller("key_b", "company", frozenset(COMPANY_SCOPES), BOLT),
        "reader": Caller("key_r", "company", frozenset(["progress:read"]), ACME),
        "manager": Caller("key_m", "agency", frozenset(AGENCY_SCOPES), member="hanako"),
        "adviser": Caller("key_a", "agency", frozenset(AGENCY_SCOPES[:2])),
    }.items():
        stores.api_keys.add(key_digest(name), caller)
    return stores


def asks(
    key: str, method: str, path: str, body: Any = None, once: str = "", query: Any = None
) -> tuple[int, Any]:
    headers = {"authorization": f"Bearer {key}"} | ({"idempotency-key": once} if once else {})
    handler = agency if path.startswith("/v1/agency") else manage
    reply = handler.handle(asked(method, path, body, headers, query), CONTEXT)
    return reply["statusCode"], json.loads(reply["body"])


def at(minutes: float) -> str:
    return (datetime.now(UTC) + timedelta(minutes=minutes)).isoformat()


def makes(key: str = "manager", once: str = "", **changed: Any) -> tuple[int, Any]:
    said = {"effective_from": at(30), "hold_days": 3} | changed
    return asks(key, "POST", "/v1/agency/rules", said, once)


def test_every_key_reads_the_rules_in_force_and_to_come_in_plain_words(stores: Stores) -> None:
    assert makes(notice_days=[60, 10])[0] == 201
    status, said = asks("reader", "GET", "/v1/rules")
    [coming] = said["coming"]
    assert (status, said["in_force"]["version"], coming["version"]) == (200, 1, 2)
    assert (said["in_force"]["threshold"], said["in_force"]["hold_days"]) == (10, 0)
    assert "確認から3日後にカウントします。" in coming["words"]["ja"]
    assert "6,000,000" in "".join(said["in_force"]["words"]["en"])
    assert "60, 10 days" in "".join(coming["words"]["en"])


def test_the_agency_reads_every_version_with_who_made_it(stores: Stores) -> None:
    makes()
    makes(effective_from=at(60), fee_percent=30)
    _, said = asks("adviser", "GET", "/v1/agency/rules")
    found = [(i["rules"]["version"], i["made_by"], i["is_in_force"]) for i in said["items"]]
    assert found == [(1, "programme", True), (2, "hanako", False), (3, "hanako", False)]
    assert said["items"][2]["rules"]["hold_days"] == 3


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("threshold", 5),
        ("hold_days", 61),
        ("hold_days", -1),
        ("acceptance_needed", "perhaps"),
        ("person_held_days", 89),
        ("credit_months", 0),
        ("credit_months", 121),
        ("notice_days", [7, 30]),
        ("notice_days", [30, 30]),
        ("notice_days", [181]),
        ("notice_days", []),
        ("fee_cap_jpy", 0),
        ("fee_percent", 51),
        ("burst", 1),
        ("burst_minutes", 0),
        ("contact_weekdays", 0),
        ("effective_from", "tomorrow"),
        ("effective_from", "2031-01-01T00:00:00"),
        ("effective_from", "2026-01-01T00:00:00Z"),
    ],
)
def test_a_rule_out_of_bounds_is_refused_by_name(stores: Stores, field: str, value: Any) -> None:
    status, said = makes(**{field: value})
    named = {name.partition(".")[0] for name in said["fields"]}
    assert (status, named) == (422, {field})
    assert stores.rulebook.all() == []


def test_a_version_that_changes_nothing_is_refused(stores: Stores) -> None:
    assert makes(hold_days=None)[0] == 422


def test_only_a_manager_makes_rules(stores: Stores) -> None:
    assert makes("adviser")[0] == 403
    assert makes("company")[0] == 403
    assert asks("company", "GET", "/v1/agency/rules")[0] == 403
    assert stores.rulebook.all() == []


def test_the_same_request_again_gets_the_same_answer_even_when_it_would_be_late(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {"effective_from": at(30), "hold_days": 3}
    first = asks("manager", "POST", "/v1/agency/rules", said, "k")

    later = datetime.now(UTC) + timedelta(hours=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert asks("manager", "POST", "/v1/agency/rules", said, "k") == first
    assert asks("manager", "POST", "/v1/agency/rules", said | {"burst": 9}, "k")[0] == 409
    assert len(stores.rulebook.all()) == 1


def test_a_window_is_made_listed_and_said_once(stores: Stores) -> None:
    body = {"from": at(-60), "to": at(60), "reason": "送り先を間違えた"}
    status, made = asks("company", "POST", LINK, body, "k")
    assert (status, made["state"], made["reason"]) == (201, "working", body["reason"])
    assert made.keys() == {"window_id", "from", "to", "reason", "state"}
    assert datetime.fromisoformat(made["from"]) == datetime.fromisoformat(body["from"])
    assert asks("company", "POST", LINK, body, "k") == (201, made)
    assert asks("company", "POST", LINK, body | {"to": at(61)}, "k")[0] == 409
    status, listed = asks("company", "GET", LINK)
    assert [i["window_id"] for i in listed["items"]] == [made["window_id"]]
    assert listed["next_cursor"] is None


def test_the_last_window_a_link_may_have_asked_for_at_once_is_answered_as_one(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = {"from": at(-60), "to": at(60), "reason": "x"}
    said = [asks("company", "POST", LINK, body, f"k{n}") for n in range(AT_ONCE)]
    assert asks("company", "POST", LINK, body, "another")[1]["code"] == "state_forbids"
    looks_early(monkeypatch)
    assert asks("company", "POST", LINK, body, f"k{AT_ONCE - 1}") == said[-1]


def test_windows_are_paged_oldest_first(stores: Stores) -> None:
    made = [
        asks("company", "POST", LINK, {"from": at(-n), "to": at(60), "reason": "x"})[1]["window_id"]
        for n in (1, 2, 3)
    ]
    _, first = asks("company", "GET", LINK, query={"limit": "2"})
    _, rest = asks("company", "GET", LINK, query={"cursor": first["next_cursor"]})
    assert sorted(made) == sorted(i["window_id"] for i in first["items"] + rest["items"])
    assert len(first["items"]) == 2


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"from": "x"}, "from"),
        ({"to": "2026-01-01T00:00:00Z"}, "to"),
        ({"to": "2999-01-01T00:00:00Z"}, "to"),
        ({"reason": " "}, "reason"),
        ({"reason": "x" * 201}, "reason"),
        ({"more": 1}, "more"),
    ],
)
def test_a_window_without_sense_is_refused_by_name(
    stores: Stores, changed: dict[str, Any], field: str
) -> None:
    status, said = asks(
        "company", "POST", LINK, {"from": at(-60), "to": at(60), "reason": "x"} | changed
    )
    assert (status, list(said["fields"])) == (422, [field])


def test_a_window_needs_the_links_own_company_and_the_scope(stores: Stores) -> None:
    body = {"from": at(-60), "to": at(60), "reason": "x"}
    assert asks("bolt", "POST", LINK, body)[0] == 404
    assert asks("bolt", "GET", LINK)[0] == 404
    assert asks("reader", "POST", LINK, body)[0] == 403
    assert asks("reader", "GET", LINK)[0] == 403
