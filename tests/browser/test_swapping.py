"""A part of a page in place of a page: with a script, without one, and when it cannot be had."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Protocol
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from functions.console import figures, handler, ledger
from shared import rooms, signed_in
from shared.pages import statics
from shared.table.clicks import Clicks
from tests.support.acts import count_many, grant_all, let_in, seal_all
from tests.support.builders import ACME, a_doorway, a_link
from tests.support.console import Console
from tests.support.stores import on_table
from tests.support.table import client, fresh_table
from tests.support.tabulating import LINK
from tests.support.wired import wire

pytestmark = pytest.mark.browser
FIGURES = "/console/figures"
FILES = {f"/{file.key}": file for file in statics.statics()}


class Seated(Protocol):
    def get(self, path: str, **query: str) -> dict[str, Any]: ...


@dataclass
class Origin:
    """`loads` are the pages that were gone to, `parts` those a script fetched."""

    seated: Seated
    url: str = ""
    loads: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    is_over: bool = False

    def answers(self, path: str, query: str, *, part: bool) -> tuple[int, dict[str, str], bytes]:
        if file := FILES.get(path):
            return 200, {"Content-Type": file.content_type}, file.body
        (self.parts if part else self.loads).append(path)
        if path == "/sign-in":
            return 200, {"Content-Type": "text/html"}, b"<h1>Sign in</h1>"
        if self.is_over:
            return 303, {"Location": "/sign-in"}, b""
        found = self.seated.get(path, **dict(parse_qsl(query)))
        return found["statusCode"], found["headers"], found["body"].encode()


@contextmanager
def served(origin: Origin) -> Iterator[None]:
    """On this machine, so that the browser follows what leads elsewhere by itself."""

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            part = "HX-Request" in self.headers
            status, headers, body = origin.answers(asked.path, asked.query, part=part)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        origin.url = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, daemon=True).start()
        yield
        server.shutdown()


@pytest.fixture
def origin(monkeypatch: pytest.MonkeyPatch) -> Iterator[Origin]:
    """A company with a link that was opened, and a ledger of more than one page."""
    table = fresh_table(client())
    wire(monkeypatch, table, figures, handler, ledger, rooms, signed_in)
    stores = on_table(table)
    let_in(stores)
    stores.links.add(a_link(), a_doorway())
    Clicks(table).count(ACME, LINK, "human", datetime.now(UTC))
    monkeypatch.setattr(ledger, "PAGE", 1)
    count_many(stores, 10)
    grant_all(stores, 1)
    seal_all(stores)
    made = Origin(Console(table))
    with served(made):
        yield made


type Open = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, origin: Origin) -> Iterator[Open]:
    pages, wrong = list[Page](), list[str]()

    def open_page(path: str, *, script: bool = True) -> Page:
        page = browser.new_page(java_script_enabled=script)
        pages.append(page)
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(f"{origin.url}{path}")
        return page

    yield open_page
    for page in pages:
        page.close()
    assert [said for said in wrong if "Content Security Policy" in said or "Error:" in said] == []


def test_another_range_comes_without_a_page_and_is_drawn(opened: Open, origin: Origin) -> None:
    page = opened(FIGURES)
    page.get_by_label("区切り", exact=True).select_option("week")
    page.get_by_role("button", name="この期間を見る").click()
    expect(page.locator("#series th").first).to_have_text("週")
    expect(page.locator("#show")).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("現在")
    assert "granularity=week" in page.url
    assert page.locator("[data-chart] canvas").count() == 2
    assert (origin.loads, origin.parts) == ([FIGURES], [FIGURES])
    page.go_back()
    expect(page.locator("#series th").first).to_have_text("日")


def test_a_style_that_was_set_is_not_written_into_the_next_range(
    opened: Open, origin: Origin
) -> None:
    """`opened` sees what the policy forbids."""
    page = opened(FIGURES)
    page.locator("#from").evaluate("field => { field.style.width = '12rem' }")
    page.locator("#last-90").click()
    expect(page.locator("#series th").first).to_have_text("週")
    expect(page.locator("#from")).not_to_have_attribute("style", re.compile("."))
    assert origin.loads == [FIGURES]


def test_one_link_of_the_list_comes_without_a_page(opened: Open, origin: Origin) -> None:
    page = opened(FIGURES)
    page.get_by_role("link", name="一次選考").click()
    expect(page.locator("#shown > .lead", has_text="一次選考")).to_be_visible()
    assert origin.loads == [FIGURES]


def test_what_is_wrong_stands_beside_its_field_all_the_same(opened: Open, origin: Origin) -> None:
    page = opened(f"{FIGURES}?from=2026-03-01&to=2026-03-31")
    page.locator("#from").fill("2026-04-02")
    page.locator("#show").click()
    expect(page.locator("#from-wrong")).to_be_visible()
    expect(page.locator("#from")).to_have_value("2026-04-02")
    assert len(origin.loads) == 1


def test_who_is_signed_out_meanwhile_goes_to_sign_in(opened: Open, origin: Origin) -> None:
    page = opened(FIGURES)
    origin.is_over = True
    page.locator("#last-90").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_without_a_script_every_range_is_a_page(opened: Open, origin: Origin) -> None:
    page = opened(FIGURES, script=False)
    page.locator("#last-365").click()
    expect(page.locator("#series th").first).to_have_text("月")
    page.locator("#show").click()
    assert (origin.loads, origin.parts) == ([FIGURES] * 3, [])


@pytest.mark.parametrize("script", [True, False])
def test_more_of_the_ledger_stands_below_or_on_a_page_of_its_own(
    opened: Open, origin: Origin, script: bool
) -> None:
    page = opened("/console/ledger", script=script)
    rows = page.locator("#entries tbody tr")
    before = rows.count()
    page.locator("#more a").click()
    expect(rows).not_to_have_count(before) if script else page.wait_for_url("**cursor=**")
    assert len(origin.loads) == (1 if script else 2)
    expect(page.locator("#entries")).to_have_count(1)
