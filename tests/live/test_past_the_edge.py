"""The API is asked where it stands, past its edge: it serves nobody and changes nothing."""

import re
from typing import Any

import httpx
import pytest

from tests.live.conftest import next_person
from tests.support.live import Live
from tests.support.live_company import seeded

FORM = {"full_name": "X", "consents": {"core": True}}
BROWSER = {"Accept": "text/html,*/*;q=0.8", "Accept-Language": "en"}


def past(live: Live, method: str, path: str, **how: Any) -> httpx.Response:
    """To the engine itself, as whoever knows the API's own address."""
    url = f"{live.clients.endpoint}/_aws/execute-api/{live.stack['ApiId']}/$default{path}"
    return httpx.request(method, url, timeout=60, trust_env=False, **how)


ASKED = ("REG", "PERSON", "SLUG", "LINK#", "DAY#", "BURST", "RATE", "ANSWER")


def items(live: Live) -> set[tuple[str, str]]:
    """What is written while somebody waits, and never by a fact heard later."""
    dynamodb = live.clients.client("dynamodb")
    tables = [live.stack["CoreTable"], live.stack["ClicksTable"]]
    found = (item for t in tables for item in dynamodb.scan(TableName=t)["Items"])
    named = {(item["pk"]["S"], item["sk"]["S"]) for item in found}
    return {(pk, sk) for pk, sk in named if sk.startswith(ASKED)}


@pytest.mark.parametrize("said", [{}, {"x-relay-origin": ""}, {"x-relay-origin": "guessed"}])
def test_no_function_serves_who_came_past_the_edge(live: Live, said: dict[str, str]) -> None:
    company, slug = seeded(live), live.link_url.rpartition("/")[2]
    key = {"Authorization": f"Bearer {company.api_key}", "Accept": "application/json"}
    email = {"email": "past-the-edge@mail.example.com"}
    before = items(live)
    for method, path, body in (
        ("GET", f"/r/{slug}", None),
        ("GET", "/healthz", None),
        ("POST", f"/r/{slug}/registrations", FORM | email),
        ("POST", "/registrations/reg_x/verification", {"code": "123456"}),
        ("POST", "/v1/links", {"label": "past"}),
        ("GET", "/v1/openapi.json", None),
        ("GET", f"/v1/agency/companies/{company.company_id}/progress", None),
    ):
        answer = past(live, method, path, json=body, headers=key | said)
        assert (answer.status_code, answer.json()["code"]) == (403, "not_from_edge"), path
    assert items(live) == before
    assert live.visit.mails_to(email["email"]) == []


def test_a_person_past_the_edge_reads_where_the_way_in_is(live: Live) -> None:
    answer = past(live, "GET", "/r/x", headers=BROWSER)
    assert answer.status_code == 403
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "link in the e-mail" in answer.text


def test_a_page_names_files_the_edge_has(live: Live) -> None:
    page = live.visit.ask("GET", live.link_url).text
    [icon] = re.findall(r'rel="apple-touch-icon" href="([^"]+)"', page)
    answer = live.visit.ask("GET", icon)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert live.visit.ask("GET", "/favicon.ico").status_code == 200


def test_guessing_shuts_nobody_out(live: Live) -> None:
    for n in range(5):
        assert past(live, "GET", "/healthz", headers={"x-relay-origin": str(n)}).status_code == 403
    assert live.visit.ask("GET", "/healthz").status_code == 200
    next_person(live).is_handed_on(live.link_url)
