"""GET /v1/links/{link_id}/mail-snippets."""

import json
from typing import Any

import pytest

import functions.manage.handler as manage
import functions.manage.snippets as snippets
from shared.domain.access import COMPANY_SCOPES, Caller
from shared.mint import key_digest
from shared.table.commit import Table
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME, BOLT, a_doorway, a_link
from tests.support.stores import on_table
from tests.support.wired import wire

PATH = "/v1/links/lnk_acme-link/mail-snippets"


@pytest.fixture(autouse=True)
def company(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    wire(monkeypatch, table, manage, snippets)
    stores = on_table(table)
    let_in(stores)
    stores.links.add(a_link(), a_doorway())
    for name, of, scopes in (
        ("acme", ACME, COMPANY_SCOPES),
        ("bolt", BOLT, COMPANY_SCOPES),
        ("progress", ACME, ["progress:read"]),
    ):
        stores.api_keys.add(key_digest(name), Caller(name, "company", frozenset(scopes), of))


def get(key: str = "acme", path: str = PATH, **query: str) -> tuple[int, Any]:
    headers = {"authorization": f"Bearer {key}"}
    reply = manage.handle(asked("GET", path, headers=headers, query=query), CONTEXT)
    return reply["statusCode"], json.loads(reply["body"])


def test_every_stage_comes_in_two_tones_with_the_url_in_place() -> None:
    status, body = get()
    assert (status, len(body["items"])) == (200, 12)
    for item in body["items"]:
        assert item.keys() == {"stage", "tone", "subject", "text", "html"}
        assert "https://api.example/r/acme-link" in item["text"]
        assert 'href="https://api.example/r/acme-link' in item["html"]


def test_one_stage_in_one_language() -> None:
    _, body = get(locale="en", stage="final_interview")
    assert [(i["stage"], i["tone"]) for i in body["items"]] == [
        ("final_interview", "standard"),
        ("final_interview", "soft"),
    ]
    assert "Michishirube Career Inc." in body["items"][0]["text"]
    assert get(stage="", locale="ja")[1] == get()[1]


@pytest.mark.parametrize("query", [{"stage": "lunch"}, {"locale": "fr"}])
def test_what_there_is_not_is_refused_by_name(query: dict[str, str]) -> None:
    status, body = get(**query)
    assert status == 422 and set(body["fields"]) == set(query)


def test_who_may() -> None:
    assert get("bolt")[0] == 404
    assert get("progress")[0] == 403
    assert get("nobody")[0] == 401
    assert get(path="/v1/links/lnk_x/mail-snippets")[0] == 404
