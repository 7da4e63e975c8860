"""Bad input gets a clear refusal, and loses nothing."""

from typing import Any

import pytest

from tests.support.live import Live
from tests.support.live_company import seeded
from tests.support.person import Person

GOOD = {"email": "x@mail.example.com", "full_name": "X", "consents": {"core": True}}
JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("how", "status", "code"),
    [
        ({"json": {**GOOD, "consents": {}}}, 422, "invalid_request"),
        ({"json": {**GOOD, "consents": {"core": False}}}, 422, "invalid_request"),
        ({"json": {**GOOD, "consents": {"core": "true"}}}, 422, "invalid_request"),
        ({"json": {**GOOD, "email": "nobody"}}, 422, "invalid_request"),
        ({"json": {**GOOD, "full_name": " \n"}}, 422, "invalid_request"),
        ({"json": {**GOOD, "full_name": "x" * 121}}, 422, "invalid_request"),
        ({"json": [GOOD]}, 422, "invalid_request"),
        ({"content": b"{", "headers": JSON}, 400, "malformed_body"),
        ({"content": b"[" * 60_000, "headers": JSON}, 400, "malformed_body"),
        ({"content": b"\xff\xfe{}", "headers": JSON}, 400, "malformed_body"),
        ({"content": b" " * 65_537, "headers": JSON}, 413, "payload_too_large"),
        ({"content": b"x", "headers": {"Content-Type": "text/csv"}}, 415, "unsupported_media_type"),
        ({"content": b""}, 415, "unsupported_media_type"),
    ],
)
def test_a_body_that_does_not_read_is_refused_by_name(
    live: Live, how: dict[str, Any], status: int, code: str
) -> None:
    headers = {"Accept": "application/json", **how.pop("headers", {})}
    said = live.visit.ask("POST", f"{live.link_url}/registrations", headers=headers, **how)
    assert (said.status_code, said.json()["code"]) == (status, code)
    assert said.headers["content-type"] == "application/problem+json"


def test_a_refusal_never_repeats_what_was_typed(live: Live) -> None:
    typed = {"email": "nobody-at-all", "full_name": "secret" * 30, "consents": {"core": True}}
    said = live.visit.ask("POST", f"{live.link_url}/registrations", json=typed)
    assert said.json()["fields"] == {"email": "malformed", "full_name": "too_long"}
    assert "nobody-at-all" not in said.text
    assert "secret" not in said.text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/r/nothing-here", 404),
        ("HEAD", "/r/nothing-here", 404),
        ("GET", "/somewhere/else", 404),
        ("POST", "/r/nothing-here", 405),
        ("GET", "/_aws/execute-api/x", 404),
        ("GET", "/_ministack/health", 404),
        ("GET", "/v1", 404),
    ],
)
def test_an_address_that_is_nothing_gets_a_page_that_helps(
    live: Live, method: str, path: str, status: int
) -> None:
    said = live.visit.ask(method, path, headers={"Accept": "text/html", "Accept-Language": "en"})
    assert said.status_code == status
    if method == "GET" and path != "/v1":
        assert said.headers["content-type"] == "text/html; charset=utf-8"
        assert 'lang="en"' in said.text


@pytest.mark.parametrize(
    ("method", "path", "how", "status", "code"),
    [
        ("GET", "/v1/progress", {"headers": {"Authorization": ""}}, 401, "unauthenticated"),
        (
            "GET",
            "/v1/progress",
            {"headers": {"Authorization": "Bearer no"}},
            401,
            "unauthenticated",
        ),
        ("GET", "/v1/links/lnk_none", {}, 404, "link_not_found"),
        ("PATCH", "/v1/links/lnk_none", {"json": {"label": "x"}}, 404, "link_not_found"),
        ("GET", "/v1/nothing", {}, 404, "not_found"),
        ("DELETE", "/v1/links", {}, 405, "method_not_allowed"),
        ("POST", "/v1/links", {"json": {}}, 422, "invalid_request"),
        ("POST", "/v1/links", {"json": {"label": "x", "colour": "red"}}, 422, "invalid_request"),
        ("POST", "/v1/links", {"content": b"label=x"}, 415, "unsupported_media_type"),
        ("GET", "/v1/links?limit=0", {}, 422, "invalid_request"),
        ("GET", "/v1/links?limit=101", {}, 422, "invalid_request"),
        ("GET", "/v1/ledger?cursor=nonsense", {}, 422, "invalid_request"),
        ("GET", "/v1/agency/companies/co_x/progress", {}, 403, "insufficient_scope"),
    ],
)
def test_a_program_is_told_what_to_mend(
    live: Live, method: str, path: str, how: dict[str, Any], status: int, code: str
) -> None:
    said = seeded(live).asks(method, path, **how)
    assert (said.status_code, said.json()["code"]) == (status, code)
    assert said.headers["content-type"] == "application/problem+json"


def test_a_wrong_code_says_how_many_tries_are_left_and_the_sixth_is_gone(
    live: Live, somebody: Person
) -> None:
    registration_id = somebody.register(live.link_url)
    right = somebody.code()
    wrong = "000000" if right != "000000" else "000001"
    said = [somebody.verify(registration_id, wrong) for _ in range(6)]
    assert [(s.status_code, s.json().get("tries_left")) for s in said[:5]] == [
        (422, left) for left in (4, 3, 2, 1, 0)
    ]
    assert (said[5].status_code, said[5].json()["code"]) == (410, "code_expired")
    assert somebody.verify(registration_id, right).status_code == 410
    assert somebody.register(live.link_url) != registration_id, "starting again is always possible"


def test_the_right_code_again_changes_nothing(live: Live, somebody: Person) -> None:
    registration_id = somebody.register(live.link_url)
    code = somebody.code()
    before = seeded(live).exact()["counted"]
    for _ in range(3):
        assert somebody.verify(registration_id, code).json() == {"status": "registered"}
    assert seeded(live).exact()["counted"] == before + 1


def test_a_code_sent_again_replaces_the_one_before(live: Live, somebody: Person) -> None:
    registration_id = somebody.register(live.link_url)
    first = somebody.code()
    path = f"/registrations/{registration_id}/verification/resend"
    assert live.visit.ask("POST", path, json={}).status_code == 202
    second = somebody.other_code(first)
    assert somebody.verify(registration_id, first).status_code == 422
    assert somebody.verify(registration_id, second).status_code == 200


def test_a_fourth_code_is_not_sent(live: Live, somebody: Person) -> None:
    path = f"/registrations/{somebody.register(live.link_url)}/verification/resend"
    said = [live.visit.ask("POST", path, json={}) for _ in range(3)]
    assert [s.status_code for s in said] == [202, 202, 429]
    assert int(said[2].headers["retry-after"]) > 0


def test_a_closed_link_still_serves_its_page_and_counts_nobody(
    live: Live, somebody: Person
) -> None:
    company = seeded(live)
    made = company.asks("POST", "/v1/links", json={"label": "閉じる"}).json()
    closed = company.asks("PATCH", f"/v1/links/{made['link_id']}", json={"state": "closed"})
    assert closed.json()["state"] == "closed"
    before = company.exact()["counted"]
    assert somebody.opens(made["url"]).status_code == 200
    somebody.is_handed_on(made["url"])
    assert company.exact()["counted"] == before


@pytest.mark.parametrize(
    "name",
    ["𠮷野 家😀", "نور الدين\u202e", "Ada\r\nBcc: x@example.com", "<script>alert(1)</script>"],
)
def test_a_name_is_kept_as_typed_and_injects_nothing(
    live: Live, somebody: Person, name: str
) -> None:
    registration_id = somebody.register(live.link_url, full_name=name)
    assert somebody.verify(registration_id, somebody.code()).status_code == 200
    item = live.clients.client("dynamodb").get_item(
        TableName=live.stack["CoreTable"],
        Key={"pk": {"S": f"REG#{registration_id}"}, "sk": {"S": "REG"}},
    )["Item"]
    assert item["candidate"]["M"]["full_name"]["S"] == name
    welcome = somebody.welcome()
    assert welcome["to"] == [somebody.email]
    assert "Bcc" not in welcome["headers"]
    assert "<script>" not in welcome["html"]
