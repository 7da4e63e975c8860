"""The form and the code over HTTP: a page for a browser, JSON for a program, never a 500."""

import json
from typing import Any

import pytest

import functions.register.handler as handler
from shared import people
from shared.domain.registration import Signal, State
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, asked
from tests.support.builders import AGENCY, PEPPER, PROGRAMME, a_doorway, a_link
from tests.support.fakes.memory import Memory
from tests.support.stores import Stores, in_memory

FORM = {"content-type": "application/x-www-form-urlencoded", "accept": "text/html"}
HERE = "/r/acme-link/registrations"
TYPED = {"email": "ada@example.org", "full_name": "Ada\n🦋<b>", "consents": {"core": True}}
LONE = r'{"email": "ada@example.org", "full_name": "\ud83d", "consents": {"core": true}}'


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture(autouse=True)
def stores(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> Stores:
    stores = in_memory(memory)
    let_in(stores)
    stores.links.add(a_link(), a_doorway())
    monkeypatch.setattr(people, "agency", lambda: AGENCY)
    monkeypatch.setattr(handler, "table", lambda: None)
    monkeypatch.setattr(handler, "pepper", lambda: PEPPER)
    monkeypatch.setattr(handler, "programme", lambda: PROGRAMME)
    for name in ("Arrivals", "Links", "Registrations", "Referrals"):
        store = getattr(stores, name.lower())
        monkeypatch.setattr(handler, name, lambda _, store=store: store)
    return stores


def post(path: str, body: Any, headers: dict[str, str] | None = None) -> dict[str, Any]:
    reply: dict[str, Any] = handler.handle(asked("POST", path, body, headers), CONTEXT)
    return reply


def said(reply: dict[str, Any]) -> Any:
    return reply["statusCode"], json.loads(reply["body"])


def test_a_program_registers_and_verifies(memory: Memory) -> None:
    status, body = said(post(HERE, TYPED))
    assert (status, body["status"]) == (202, "verification_sent")
    code = {"code": PEPPER.code(body["registration_id"], 1)}
    path = f"/registrations/{body['registration_id']}/verification"
    assert said(post(path, code)) == (200, {"status": "registered"})
    [kept] = memory.registrations.values()
    assert (kept.state, kept.candidate.full_name) == (State.COUNTED, TYPED["full_name"])


def test_a_browser_is_led_from_page_to_page(memory: Memory) -> None:
    form = "email=ada%40example.org&full_name=Ada&consents.core=on"
    reply = post(HERE, form, FORM)
    [name] = memory.registrations
    assert reply["statusCode"] == 303
    assert reply["headers"]["Location"].startswith(f"/registrations/{name}/verification?lang=")
    reply = post(f"/registrations/{name}/verification", f"code={PEPPER.code(name, 1)}", FORM)
    assert reply["headers"]["Location"].startswith(f"/registrations/{name}?lang=")


@pytest.mark.parametrize(
    ("said", "found"), [("true", True), ("1", True), ("no", False), ("", False), (None, False)]
)
def test_a_form_an_advertisement_led_to_says_so(
    said: str | None, found: bool, memory: Memory
) -> None:
    more = "" if said is None else f"&paid={said}"
    post(HERE, f"email=ada%40example.org&full_name=Ada&consents.core=on{more}", FORM)
    [kept] = memory.registrations.values()
    assert (Signal.PAID_TRAFFIC in kept.signals) is found


def test_a_mistake_does_not_make_the_form_forget_it() -> None:
    assert 'name="paid"' in post(HERE, "email=x&paid=true", FORM)["body"]
    assert 'name="paid"' not in post(HERE, "email=x", FORM)["body"]


@pytest.mark.parametrize("phone", ["090-1234-5678", "+81 90 1234 5678"])
def test_a_number_is_the_same_however_it_is_typed(phone: str, memory: Memory) -> None:
    memory.phones[PEPPER.phone("+819012345678")] = "cnd_1"
    post(HERE, {**TYPED, "phone": phone})
    [kept] = memory.registrations.values()
    assert kept.signals == (Signal.SAME_PHONE,)


def test_a_fifth_form_from_one_place_is_looked_at(memory: Memory) -> None:
    for n in range(5):
        post(HERE, {**TYPED, "email": f"p{n}@example.org"})
    looked_at = [Signal.BURST in kept.signals for kept in memory.registrations.values()]
    assert looked_at == [False] * 4 + [True]


@pytest.mark.parametrize("junk", ["", "consents=x", "a.b=c&consents.core=on", "email.x=on"])
def test_a_browsers_mistake_brings_the_form_again(junk: str, memory: Memory) -> None:
    reply = post(HERE, junk, FORM)
    assert (reply["statusCode"], memory.registrations) == (422, {})
    assert "<form" in reply["body"]


def test_what_was_typed_comes_back_unable_to_be_markup() -> None:
    reply = post(HERE, "full_name=%3Cscript%3Ealert(1)%3C%2Fscript%3E&email=x", FORM)
    assert "<script>alert(1)" not in reply["body"]
    assert "&lt;script&gt;alert(1)" in reply["body"]


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        ({**TYPED, "consents": {"core": False}}, "application/json", 422, "invalid_request"),
        ("[]", "application/json", 422, "invalid_request"),
        ("{", "application/json", 400, "malformed_body"),
        (LONE, "application/json", 400, "malformed_body"),
        ("[" * 60_000, "application/json", 400, "malformed_body"),
        ("{}", "text/plain", 415, "unsupported_media_type"),
        ("あ" * 30_000, "application/json", 413, "payload_too_large"),
    ],
)
def test_a_programs_mistake_is_a_problem_document(
    body: Any, kind: str, status: int, code: str, memory: Memory
) -> None:
    accept = {"content-type": kind, "accept": "application/json"}
    reply = post(HERE, body, accept)
    assert (reply["statusCode"], memory.registrations) == (status, {})
    assert reply["headers"]["Content-Type"] == "application/problem+json"
    assert json.loads(reply["body"])["code"] == code


@pytest.mark.parametrize("body", ["[]", '{"consents": null}', LONE])
def test_json_is_refused_in_json_to_whoever_reads_html_too(body: str) -> None:
    reply = post(HERE, body, {"accept": "text/html"})
    assert reply["statusCode"] in (400, 422)
    assert reply["headers"]["Content-Type"] == "application/problem+json"


def test_json_is_answered_in_json_to_whoever_reads_html_too() -> None:
    reply = post(HERE, TYPED, {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert reply["headers"]["Content-Type"] == "application/json"
    assert said(reply)[1]["status"] == "verification_sent"


def test_an_unknown_link_is_a_page_that_helps_a_person() -> None:
    reply = post("/r/nobody/registrations", "email=x", FORM)
    assert reply["statusCode"] == 404
    assert AGENCY.licence_number in reply["body"]


def test_a_wrong_code_shows_the_tries_left_on_the_page(memory: Memory) -> None:
    post(HERE, TYPED)
    [name] = memory.registrations
    wrong = "000000" if PEPPER.code(name, 1) != "000000" else "000001"
    path = f"/registrations/{name}/verification"
    assert said(post(path, {"code": wrong}))[1]["tries_left"] == 4
    reply = post(path, f"code={wrong}", FORM)
    assert (reply["statusCode"], "3" in reply["body"]) == (422, True)
