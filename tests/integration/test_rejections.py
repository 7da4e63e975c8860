"""POST /v1/rejections and POST /v1/rejection-mails/render."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import functions.manage.handler as manage
import functions.manage.rejections as rejections
from shared import acts, clock
from shared.domain.access import COMPANY_SCOPES, Caller
from shared.domain.ids import Slug
from shared.domain.link import Doorway, LinkState
from shared.domain.pace import REJECTIONS
from shared.mint import key_digest
from shared.rejecting import names_of
from shared.table import keys
from shared.table.commit import Table
from shared.table.links import Links
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME, BOLT, NOON
from tests.support.stores import on_table
from tests.support.wired import wire

REJECTIONS_AT = "/v1/rejections"
RENDER = "/v1/rejection-mails/render"
MAIL = "山田様\n\n今回はご縁がありませんでした。\n\n株式会社あおぞら製作所\n人事部\n"


@pytest.fixture(autouse=True)
def companies(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    wire(monkeypatch, table, manage, rejections, acts)
    stores = on_table(table)
    every = frozenset(COMPANY_SCOPES)
    for name, of in (("acme", ACME), ("bolt", BOLT)):
        let_in(stores, of)
        stores.api_keys.add(key_digest(name), Caller(name, "company", every, of))
    less = Caller("less", "company", every - {"rejections:write"}, ACME)
    stores.api_keys.add(key_digest("less"), less)


def post(
    body: Any, path: str = REJECTIONS_AT, key: str = "acme", once: str = ""
) -> tuple[int, dict[str, Any]]:
    headers = {"authorization": f"Bearer {key}", "content-type": "application/json"}
    headers |= {"idempotency-key": once} if once else {}
    reply = manage.handle(asked("POST", path, json.dumps(body), headers=headers), CONTEXT)
    return reply["statusCode"], json.loads(reply["body"])


def url_of(external_id: str, **more: Any) -> str:
    status, said = post({"external_id": external_id}, **more)
    assert status == 201, said
    return str(said["url"])


def doorway(table: Table, url: str) -> Doorway:
    return Links(table).open(Slug(url.rpartition("/")[2]))


def items(table: Table) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = table.client.scan(TableName=table.name)["Items"]
    return found


def test_a_rejection_gets_a_live_link_and_the_words_with_it(table: Table) -> None:
    status, said = post({"external_id": "A-00123", "stage": "interview", "locale": "en"})
    assert status == 201 and said.keys() == {"url", "text", "html"}
    opened = doorway(table, said["url"])
    assert (opened.state, opened.company_id) == (LinkState.ACTIVE, ACME)
    assert f"{said['url']}?lang=en" in said["text"] and said["url"] in said["html"]


def test_the_same_name_has_the_same_link_whatever_else_is_said() -> None:
    first = url_of("A-1", once="one")
    assert {url_of("A-1"), url_of("A-1", once="two"), url_of(" Ａ－1 ")} == {first}
    assert post({"external_id": "A-1", "stage": "offer", "locale": "en"})[1]["url"] == first
    assert url_of("A-2") != first


def test_under_one_idempotency_key_another_request_is_refused() -> None:
    url_of("A-1", once="one")
    assert post({"external_id": "A-2"}, once="one")[0] == 409


def test_at_once_it_is_one_link_and_one_connection(table: Table) -> None:
    with ThreadPoolExecutor(4) as pool:
        urls = list(pool.map(url_of, ["A-1"] * 4))
    assert len(set(urls)) == 1
    kinds = [item["sk"]["S"] for item in items(table) if "CONNECTION#" in item["pk"]["S"]]
    assert sorted(kind.partition("#")[0] for kind in kinds) == ["APPLICATION", "CONNECTION"]


def test_two_companies_may_use_one_name() -> None:
    assert url_of("A-1") != url_of("A-1", key="bolt")


def test_the_figures_know_only_the_connections_link(table: Table) -> None:
    _, link_id = names_of(ACME)
    assert {doorway(table, url_of(f"A-{n}")).link_id for n in range(3)} == {link_id}
    links, _ = Links(table).page(ACME, limit=9, after=None)
    assert [(link.link_id, link.channel) for link in links] == [(link_id, "api")]


def test_the_link_that_makes_itself_is_in_the_companys_log_once(table: Table) -> None:
    url_of("A-1")
    url_of("A-2")
    noted = table.all_of(keys.of_company(ACME), keys.AUDIT_PREFIX)
    assert [one["what"] for one in noted] == ["link.make"]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("hanako@example.jp", id="an address"),
        pytest.param("A-1 hanako@example.jp", id="with an address"),
        pytest.param("03-1234-5678", id="a telephone number"),
        pytest.param("09012345678", id="a mobile one"),
        pytest.param("山田花子", id="a name"),
        pytest.param("Hanako Yamada", id="a Latin name"),
        pytest.param("hanako", id="one word"),
        pytest.param("山田1", id="a name with a digit"),
    ],
)
@pytest.mark.parametrize("path", [REJECTIONS_AT, RENDER])
def test_who_somebody_is_makes_no_link_and_is_repeated_nowhere(
    said: str, path: str, table: Table
) -> None:
    status, refused = post({"external_id": said, **({"text": "x"} if path == RENDER else {})}, path)
    assert (status, refused["fields"]) == (422, {"external_id": "malformed"})
    assert "external_id" in refused["detail"] and said not in json.dumps(refused)
    assert not [item for item in items(table) if "CONNECTION#" in item["pk"]["S"]]


@pytest.mark.parametrize(
    ("body", "field", "how"),
    [
        ({}, "external_id", "missing"),
        ({"external_id": ""}, "external_id", "missing"),
        ({"external_id": "  "}, "external_id", "missing"),
        ({"external_id": "1" * 101}, "external_id", "too_long"),
        ({"external_id": "A-1", "stage": "lunch"}, "stage", "malformed"),
        ({"external_id": "A-1", "locale": "fr"}, "locale", "malformed"),
        ({"external_id": "A-1", "email": "x@example.jp"}, "email", "unknown"),
    ],
)
def test_what_is_wrong_is_named(body: Any, field: str, how: str) -> None:
    status, refused = post(body)
    assert (status, refused["fields"][field]) == (422, how)


def test_what_is_kept_of_a_rejection_is_no_name_of_the_companys(table: Table) -> None:
    url_of("GEHEIM-4711", once="one")
    assert "GEHEIM" not in json.dumps(items(table), default=str)


def test_it_is_said_aloud_once(table: Table) -> None:
    for _ in range(3):
        url_of("A-1")
    said = [one.detail_type for one in on_table(table).waiting()]
    assert said.count("ApplicationRejected") == 1


@pytest.mark.parametrize("path", [REJECTIONS_AT, RENDER])
def test_a_key_needs_the_scope(path: str) -> None:
    body = {"external_id": "A-1"} if path == REJECTIONS_AT else {"text": MAIL}
    assert post(body, path, key="less")[0] == 403


def test_a_suspended_companys_candidates_go_on_getting_links(table: Table) -> None:
    """As its links: people are served, nothing counts."""
    table.commit(table.change(keys.company(ACME), put={"state": "suspended"}))
    assert doorway(table, url_of("A-1")).state is LinkState.ACTIVE


@pytest.mark.parametrize("before", [True, False], ids=["with links", "at its first call"])
@pytest.mark.parametrize("path", [REJECTIONS_AT, RENDER])
def test_a_company_that_left_gets_none(table: Table, path: str, before: bool) -> None:
    if before:
        url_of("A-1")
    table.commit(table.change(keys.company(ACME), put={"state": "left"}))
    body = {"external_id": "A-1"} if path == REJECTIONS_AT else {"text": MAIL}
    status, refused = post(body, path)
    assert (status, refused["code"], refused["state"]) == (409, "state_forbids", "left")


def test_a_key_that_asks_too_fast_is_told_when_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOON)
    answered = [post({"external_id": "A-1"}) for _ in range(REJECTIONS.at_once + 1)]
    assert {status for status, _ in answered[:-1]} == {201}
    assert answered[-1][0] == 429 and answered[-1][1]["code"] == "too_many_requests"


def test_a_mail_gets_the_line_before_its_signature_and_only_once() -> None:
    status, said = post({"text": MAIL, "external_id": "A-1"}, RENDER)
    assert status == 200 and said["html"] is None
    body = said["text"]
    assert body.index(said["url"]) < body.index("株式会社あおぞら製作所\n人事部")
    assert body.count(said["url"]) == 1
    assert post({"text": body, "external_id": "A-1"}, RENDER)[1]["text"] == body


def test_both_parts_lead_to_the_link_the_rejection_has() -> None:
    url = url_of("A-1")
    html = "<p>山田様</p><p>ご縁がありませんでした。</p>"
    _, said = post({"text": MAIL, "html": html, "external_id": "A-1"}, RENDER)
    assert said["url"] == url and url in said["text"] and url in said["html"]


def test_without_a_candidates_name_it_is_the_companys_own_link_each_time(table: Table) -> None:
    urls = {post({"text": MAIL}, RENDER)[1]["url"] for _ in range(2)}
    assert len(urls) == 1
    opened = doorway(table, urls.pop())
    assert (opened.link_id, opened.is_candidates) == (names_of(ACME)[1], False)


def test_html_that_cannot_be_read_is_refused_and_makes_no_link(table: Table) -> None:
    body = {"html": "<p>山田様</p><!-- ", "external_id": "A-1"}
    status, refused = post(body, RENDER)
    assert (status, refused["fields"]) == (422, {"html": "malformed"})
    assert not [item for item in items(table) if "APPLICATION#" in item["sk"]["S"]]


def test_a_mail_without_text_and_without_html_is_no_mail() -> None:
    status, refused = post({"external_id": "A-1"}, RENDER)
    assert status == 422 and refused["fields"].keys() == {"text", "html"}


def test_a_mail_too_long_to_be_one_is_refused() -> None:
    status, refused = post({"text": "x" * 60_001}, RENDER)
    assert (status, refused["fields"]) == (422, {"text": "too_long"})
    assert post({"text": "x" * 70_000}, RENDER)[0] == 413


def test_nothing_of_a_mail_is_kept_and_asked_again_it_is_answered_alike(table: Table) -> None:
    body = {"text": MAIL, "external_id": "A-1"}
    first = post(body, RENDER, once="one")
    assert post(body, RENDER, once="one") == first and first[0] == 200
    assert post({**body, "text": "another"}, RENDER, once="one")[0] == 409
    kept = json.dumps(items(table), default=str, ensure_ascii=False)
    assert "山田" not in kept and "ご縁" not in kept
