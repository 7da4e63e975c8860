"""What people who run the relay do by hand, and a visit over HTTP."""

import json
from typing import Any

import pytest

import functions.approve.handler as approve
import functions.click.handler as click
import functions.issue_key.handler as issue_key
from shared import people
from shared.domain.errors import InvalidRequest
from shared.mint import key_digest
from tests.support.acts import SAID, let_in
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME, AGENCY, PEPPER, a_company, a_doorway, a_link
from tests.support.fakes.members import FakeMembers
from tests.support.fakes.memory import Memory
from tests.support.stores import Stores, in_memory


class NobodyCounts:
    def count(self, *_: Any) -> None:
        raise OSError("the table is away")


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture(autouse=True)
def stores(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> Stores:
    stores = in_memory(memory)
    monkeypatch.setenv("STAGE", "local")
    monkeypatch.setattr(people, "agency", lambda: AGENCY)
    monkeypatch.setattr(approve, "companies", lambda: stores.companies)
    monkeypatch.setattr(issue_key, "table", lambda: None)
    monkeypatch.setattr(issue_key, "ApiKeys", lambda _: stores.api_keys)
    monkeypatch.setattr(issue_key, "Companies", lambda _: stores.companies)
    members = FakeMembers()
    monkeypatch.setattr(issue_key, "Members", lambda _: members)
    monkeypatch.setattr(issue_key, "pepper", lambda: PEPPER)
    monkeypatch.setattr(click, "doorways", lambda: stores.links)
    monkeypatch.setattr(click, "clicks", NobodyCounts)
    stores.links.add(a_link(), a_doorway())
    return stores


def test_approving_twice_is_approving_once(stores: Stores, memory: Memory) -> None:
    stores.companies.ask(a_company(), "visitor", None, SAID)
    said = [approve.handle({"company_id": ACME}, CONTEXT) for _ in range(2)]
    assert said == [{"company_id": ACME, "status": "active"}] * 2
    assert [event.event_id for event in memory.events] == [f"approved:{ACME}"]


def test_a_key_is_shown_once_and_kept_as_a_digest(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    said = issue_key.handle({"kind": "company", "company_id": ACME}, CONTEXT)
    assert said["api_key"].startswith("crk_local_")
    assert list(memory.api_keys) == [key_digest(said["api_key"])]
    assert "progress:read" in said["scopes"]


TARO = {"email": "taro@agency.example", "name": "道標 太郎", "role": "adviser"}


def test_two_keys_of_one_person_speak_for_one(memory: Memory) -> None:
    again = {**TARO, "email": "Taro+desk@agency.example"}
    said = [issue_key.handle({"kind": "agency", "member": m}, CONTEXT) for m in (TARO, again)]
    first, second = memory.api_keys.values()
    assert first.who == second.who == PEPPER.person(TARO["email"])
    assert first.key_id != second.key_id
    assert said[0]["scopes"] == ["agency:read", "agency:write"]


def test_programs_keys_speak_each_for_itself(memory: Memory) -> None:
    for _ in range(2):
        issue_key.handle({"kind": "agency"}, CONTEXT)
    first, second = memory.api_keys.values()
    assert first.who != second.who


@pytest.mark.parametrize(
    "asked",
    [
        {"kind": "company", "company_id": ACME, "member": TARO},
        {"kind": "agency", "scopes": ["agency:manage"], "member": TARO},
    ],
)
def test_a_person_named_wrongly_gets_no_key(memory: Memory, asked: dict[str, Any]) -> None:
    with pytest.raises(InvalidRequest):
        issue_key.handle(asked, CONTEXT)
    assert memory.api_keys == {}


def test_a_visit_nobody_counts_still_sees_the_page() -> None:
    reply = click.handle(asked("GET", "/r/acme-link"), CONTEXT)
    assert reply["statusCode"] == 200
    assert AGENCY.licence_number in reply["body"]


def test_head_is_the_page_without_its_body() -> None:
    reply = click.handle(asked("HEAD", "/r/acme-link"), CONTEXT)
    assert (reply["statusCode"], reply["body"]) == (200, "")


def test_a_page_is_framed_indexed_and_cached_by_nobody() -> None:
    headers = click.handle(asked("GET", "/r/acme-link"), CONTEXT)["headers"]
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_an_unknown_address_is_404_in_the_askers_own_form(accept: str) -> None:
    reply = click.handle(asked("GET", "/r/nobody", headers={"accept": accept}), CONTEXT)
    assert reply["statusCode"] == 404
    if accept == "text/html":
        assert AGENCY.licence_number in reply["body"]
    else:
        assert json.loads(reply["body"])["code"] == "link_not_found"


def test_health_asks_nobody() -> None:
    reply = click.handle(asked("GET", "/healthz"), CONTEXT)
    assert (reply["statusCode"], json.loads(reply["body"])) == (200, {"status": "ok"})
