"""/v1/members, /v1/api-keys, /v1/audit-log: asked by who signed in, and by no key."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from functions.manage import api_keys, audit_log, handler, members
from shared import acts, signed_acts, signed_in
from shared.domain.access import COMPANY_SCOPES, Caller
from shared.domain.company import CompanyState
from shared.domain.company_member import CompanyMember
from shared.domain.once import Reply
from shared.domain.seat import CompanyRole, Kind, Seat
from shared.mint import key_digest
from shared.settings import STAGE
from shared.table import keys
from shared.table.api_keys import ApiKeys
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.company_members import CompanyMembers
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME, PEPPER, a_company
from tests.support.early import looks_early
from tests.support.sitting import Sitting, sitting
from tests.support.wired import wire

NOW = datetime.now(UTC)
NEW = {"name": "白雲 翔", "email": "sho@aozora.example", "role": "recruiter"}
KEY = {"name": "採用管理", "scopes": ["stats:read", "links:read"]}
HANA = PEPPER.person("hanako@aozora.example")
READS = ("/v1/members", "/v1/api-keys", "/v1/audit-log")
WRITES = (
    ("POST", "/v1/members", NEW),
    ("PATCH", "/v1/members/mem_hana", {"role": "viewer"}),
    ("DELETE", "/v1/members/mem_hana", None),
    ("POST", "/v1/api-keys", KEY),
    ("DELETE", "/v1/api-keys/key_x", None),
)


@dataclass(frozen=True)
class Asking:
    table: Table
    sits: Sitting

    def says(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
        event = self.sits.says(method, path, body)
        query = dict(pair.split("=", 1) for pair in path.partition("?")[2].split("&") if pair)
        event |= {"rawPath": path.partition("?")[0], "queryStringParameters": query or None}
        event["headers"] |= {name.replace("_", "-"): value for name, value in headers.items()}
        return answered(event)


def answered(event: dict[str, Any]) -> tuple[int, Any]:
    said = handler.handle(event, CONTEXT)
    body = said.get("body") or ""
    return said["statusCode"], json.loads(body) if body.startswith(("{", "[")) else body


@pytest.fixture
def own(table: Table, monkeypatch: pytest.MonkeyPatch) -> Table:
    monkeypatch.setenv(STAGE, "test")
    wire(monkeypatch, table, handler, members, api_keys, audit_log, acts, signed_acts, signed_in)
    Companies(table).ask(a_company(), "visitor", None, Reply(200, "{}"))
    table.commit(table.change(keys.company(ACME), put={"state": CompanyState.ACTIVE}))
    role = CompanyRole.OWNER
    hana = CompanyMember(ACME, "mem_hana", HANA, "hanako@aozora.example", "花子", role, NOW)
    table.commit(*CompanyMembers(table).added(hana))
    return table


@pytest.fixture
def of(own: Table) -> Callable[[str], Asking]:
    return lambda role: Asking(own, sitting(own, Seat(Kind.COMPANY, ACME, role)))


@pytest.fixture
def owner(of: Callable[[str], Asking]) -> Asking:
    return of("owner")


def test_a_member_is_invited_listed_given_another_role_and_let_go(owner: Asking) -> None:
    status, made = owner.says("POST", "/v1/members", NEW)
    assert status == 201 and made["seen_at"] is None
    status, page = owner.says("GET", "/v1/members")
    assert status == 200 and [one["name"] for one in page["items"]] == ["花子", "白雲 翔"]
    path = f"/v1/members/{made['member_id']}"
    status, turned = owner.says("PATCH", path, {"role": "viewer"})
    assert (status, turned["role"]) == (200, "viewer")
    assert owner.says("DELETE", path) == (204, "")
    assert owner.says("DELETE", path)[0] == 404
    whats = [entry["what"] for entry in owner.says("GET", "/v1/audit-log")[1]["items"]]
    assert whats == ["member.remove", "member.role", "member.invite"]


def test_the_last_owner_stays_and_is_one(owner: Asking) -> None:
    for asks in (("DELETE", "/v1/members/mem_hana", None), WRITES[1]):
        status, said = owner.says(*asks)
        assert (status, said["code"]) == (409, "last_owner")


def test_a_name_is_kept_without_the_spaces_around_it(owner: Asking) -> None:
    assert owner.says("POST", "/v1/members", NEW | {"name": " 翔 "})[1]["name"] == "翔"


def test_who_gives_a_role_at_once_is_answered_as_one_though_they_are_gone_by_then(
    owner: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"/v1/members/{owner.says('POST', '/v1/members', NEW)[1]['member_id']}"
    asks = ("PATCH", path, {"role": "viewer"})
    first = owner.says(*asks, idempotency_key="one")
    owner.says("DELETE", path)
    looks_early(monkeypatch)
    assert owner.says(*asks, idempotency_key="one") == first
    assert owner.says(*asks, idempotency_key="other")[0] == 404


def test_a_member_asked_for_twice_is_one_and_under_another_body_is_refused(owner: Asking) -> None:
    once = {"idempotency_key": "one"}
    first = owner.says("POST", "/v1/members", NEW, **once)
    assert owner.says("POST", "/v1/members", NEW, **once) == first
    assert owner.says("POST", "/v1/members", NEW | {"name": "x"}, **once)[0] == 409
    status, said = owner.says("POST", "/v1/members", NEW)
    assert (status, said["code"]) == (409, "already_done")


def test_a_key_is_told_once_and_a_replay_lacks_it(owner: Asking) -> None:
    once = {"idempotency_key": "one"}
    status, made = owner.says("POST", "/v1/api-keys", KEY, **once)
    assert status == 201 and made["api_key"].startswith("crk_test_")
    status, again = owner.says("POST", "/v1/api-keys", KEY, **once)
    assert (status, again) == (201, {k: v for k, v in made.items() if k != "api_key"})
    [listed] = owner.says("GET", "/v1/api-keys")[1]["items"]
    assert listed == again
    assert listed["scopes"] == ["links:read", "stats:read"]
    bearer = {"authorization": f"Bearer {made['api_key']}"}
    assert answered(asked("GET", "/v1/openapi.json", headers=bearer))[0] == 200
    assert owner.says("DELETE", f"/v1/api-keys/{made['key_id']}") == (204, "")
    assert answered(asked("GET", "/v1/rules", headers=bearer))[0] == 401
    [revoked] = owner.says("GET", "/v1/api-keys")[1]["items"]
    assert revoked["state"] == "revoked"


@pytest.mark.parametrize(
    "wrong",
    [
        {"scopes": []},
        {"scopes": ["company:manage"]},
        {"scopes": ["links:read", "links:read"]},
        {"name": " "},
        {"expires_at": "2020-01-01T00:00:00Z"},
        {"expires_at": (NOW + timedelta(days=9999)).isoformat()},
        {"more": 1},
    ],
)
def test_a_key_nobody_should_have_is_not_made(owner: Asking, wrong: dict[str, Any]) -> None:
    status, said = owner.says("POST", "/v1/api-keys", KEY | wrong)
    assert status == 422
    assert {field.partition(".")[0] for field in said["fields"]} == wrong.keys()
    assert owner.says("GET", "/v1/api-keys")[1]["items"] == []


@pytest.mark.parametrize(("method", "path", "body"), [*WRITES, *(("GET", p, None) for p in READS)])
def test_no_key_may_whatever_its_scopes(own: Table, method: str, path: str, body: Any) -> None:
    caller = Caller("key_all", "company", frozenset({*COMPANY_SCOPES, "company:manage"}), ACME)
    ApiKeys(own).add(key_digest("crk_all"), caller)
    bearer = {"authorization": "Bearer crk_all"}
    kind = {"content-type": "application/json"} if body else {}
    status, said = answered(asked(method, path, body, bearer | kind))
    assert (status, said["code"]) == (403, "insufficient_scope")
    assert "signs in" in said["detail"]
    unknown = {"authorization": "Bearer crk_other"}
    assert answered(asked(method, path, body, unknown | kind))[0] == 401
    assert answered(asked(method, path, body, kind))[0] in (401, 403)


@pytest.mark.parametrize(("method", "path", "body"), WRITES)
def test_without_the_word_of_its_forms_nothing_is_done(
    owner: Asking, method: str, path: str, body: Any
) -> None:
    event = owner.sits.says(method, path, body)
    for word in (None, "forged"):
        headers = {k: v for k, v in event["headers"].items() if k != "x-relay-form"}
        told = headers | ({"x-relay-form": word} if word else {})
        status, said = answered({**event, "headers": told})
        assert (status, said["code"]) == (403, "forged_form")


@pytest.mark.parametrize("role", ["recruiter", "viewer"])
@pytest.mark.parametrize(("method", "path", "body"), WRITES)
def test_who_is_no_owner_is_refused_and_it_is_noted(
    of: Callable[[str], Asking], owner: Asking, role: str, method: str, path: str, body: Any
) -> None:
    status, said = of(role).says(method, path, body)
    assert (status, said["code"]) == (403, "insufficient_scope")
    [entry] = owner.says("GET", "/v1/audit-log")[1]["items"]
    assert (entry["what"], entry["about"], entry["who_name"]) == (
        "refused",
        f"{method} {path}",
        "花子",
    )


@pytest.mark.parametrize(("path", "status"), [*zip(READS, (200, 403, 403), strict=True)])
def test_a_viewer_reads_who_is_here_and_no_more(
    of: Callable[[str], Asking], path: str, status: int
) -> None:
    assert of("viewer").says("GET", path)[0] == status


def test_the_log_comes_in_pages_and_as_a_spreadsheet(owner: Asking) -> None:
    for n in range(3):
        owner.says("POST", "/v1/members", NEW | {"email": f"m{n}@aozora.example"})
    _, first = owner.says("GET", "/v1/audit-log?limit=2")
    _, rest = owner.says("GET", f"/v1/audit-log?limit=2&cursor={first['next_cursor']}")
    assert (len(first["items"]), len(rest["items"]), rest["next_cursor"]) == (2, 1, None)
    status, sheet = owner.says("GET", "/v1/audit-log?format=csv&limit=2")
    assert status == 200 and sheet.startswith("\ufeff日時") and sheet.count("\r\n") == 3


def test_who_sits_elsewhere_is_not_let_in(own: Table) -> None:
    candidate = Asking(own, sitting(own, Seat(Kind.CANDIDATE, "cnd_1")))
    assert candidate.says("GET", "/v1/members")[0] == 401


def test_programs_are_asked_for_their_key_as_before(owner: Asking) -> None:
    assert owner.says("GET", "/v1/links")[0] == 401
