"""What a company's programs do with links."""

import io
import xml.etree.ElementTree as ElementTree

import httpx

from infra.local.visit import until
from tests.live.conftest import next_person
from tests.support.live import Live
from tests.support.live_company import a_new_company, seeded


def test_the_same_key_and_body_make_one_link_and_another_body_is_refused(live: Live) -> None:
    company = a_new_company(live, "impatient")
    once = {"Idempotency-Key": "a-key-of-mine"}
    made = [company.asks("POST", "/v1/links", json={"label": "x"}, headers=once) for _ in range(3)]
    assert [m.status_code for m in made] == [201, 201, 201]
    assert len({m.text for m in made}) == 1
    other = company.asks("POST", "/v1/links", json={"label": "y"}, headers=once)
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_mismatch")
    assert len(company.knows("/v1/links")["items"]) == 1


def test_a_rotated_link_moves_on_and_the_old_one_counts_nobody(live: Live) -> None:
    company = a_new_company(live, "rotating")
    old = company.link()
    link_id = company.knows("/v1/links")["items"][0]["link_id"]
    new = company.asks("POST", f"/v1/links/{link_id}/rotate", json={}).json()
    assert new["link_id"] == link_id
    assert new["url"] != old
    next_person(live).is_handed_on(old)
    next_person(live).is_handed_on(new["url"])
    until(lambda: company.exact()["counted"] == 1 or None, "the new one never counted", 20)
    assert live.visit.ask("GET", old).status_code == httpx.codes.OK


def test_another_companys_link_is_not_there(live: Live) -> None:
    mine, other = a_new_company(live, "mine"), seeded(live)
    link_id = other.knows("/v1/links")["items"][0]["link_id"]
    for method, path in (
        ("GET", f"/v1/links/{link_id}"),
        ("PATCH", f"/v1/links/{link_id}"),
        ("POST", f"/v1/links/{link_id}/rotate"),
        ("GET", f"/v1/links/{link_id}/qr.svg"),
    ):
        body = {"json": {"label": "x"}} if method == "PATCH" else {}
        assert mine.asks(method, path, **body).status_code == httpx.codes.NOT_FOUND


def test_links_come_in_pages_that_lose_none(live: Live) -> None:
    company = a_new_company(live, "paging")
    made = {company.link(str(n)) for n in range(7)}
    found, cursor = list[str](), ""
    while True:
        page = company.knows(f"/v1/links?limit=3&cursor={cursor}")
        found += [link["url"] for link in page["items"]]
        if not (cursor := page["next_cursor"]):
            break
    assert sorted(found) == sorted(made)


def test_the_qr_code_leads_to_the_link(live: Live) -> None:
    company = seeded(live)
    link = company.knows("/v1/links")["items"][0]
    svg = company.asks("GET", f"/v1/links/{link['link_id']}/qr.svg")
    assert svg.headers["content-type"] == "image/svg+xml"
    assert ElementTree.fromstring(svg.content).tag.endswith("svg")
    png = company.asks("GET", f"/v1/links/{link['link_id']}/qr.png")
    assert png.headers["content-type"] == "image/png"
    assert io.BytesIO(png.content).read(8) == b"\x89PNG\r\n\x1a\n"


def test_the_api_describes_itself(live: Live) -> None:
    said = live.visit.ask("GET", "/v1/openapi.json").json()
    assert said["openapi"].startswith("3.1")
    assert "/r/{slug}/registrations" in said["paths"]
