"""A candidate's own pages in a browser: with the headers they have, with and without JavaScript."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from shared.pages import style
from tests.browser.test_accessibility import WCAG
from tests.support.own_page import Ada, ada_on
from tests.support.table import client, fresh_table

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser
PAGES = ["", "/messages", "/consents", "/provisions", "/blocked", "/details", "/address",
         "/cv", "/leaving", "/erased"]  # fmt: skip


@pytest.fixture
def ada(monkeypatch: pytest.MonkeyPatch) -> Ada:
    return ada_on(fresh_table(client()), monkeypatch)


@pytest.fixture
def opened(browser: Browser, ada: Ada) -> "Iterator[Callable[..., Page]]":
    """A page of Ada's, answered by the function itself."""
    contexts = []

    def answer(route: Route) -> None:
        asked = route.request
        url = urlsplit(asked.url)
        if url.path.startswith("/static/me."):
            return route.fulfill(body=style.mine(), headers={"Content-Type": "text/css"})
        if url.path.startswith("/static/"):
            return route.fulfill(status=404)
        path = f"{url.path}?{url.query}" if url.query else url.path
        reply = ada.asks(asked.method, path, asked.post_data)
        if reply["statusCode"] == 303:  # a browser would follow it past this route
            reply = ada.asks("GET", reply["headers"]["Location"])
        return route.fulfill(
            status=reply["statusCode"], headers=reply["headers"], body=reply["body"]
        )

    def open_page(path: str, width: int = 390, *, script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 844},
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.route("**/*", answer)
        page.goto(f"http://relay.test/me{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_and_its_policy_holds(
    opened: "Callable[..., Page]", path: str, width: int, lang: str
) -> None:
    said: list[str] = []
    page = opened(path, width)
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"http://relay.test/me{path}?lang={lang}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("html").get_attribute("lang") == lang
    assert [text for text in said if "404" not in text] == []


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_wrong(opened: "Callable[..., Page]", path: str) -> None:
    found = Axe().run(opened(path), options={"runOnly": WCAG})
    assert found.violations_count == 0, found.generate_report()


def test_a_company_is_blocked_by_hand_without_a_script(
    opened: "Callable[..., Page]", ada: Ada
) -> None:
    page = opened("", script=False)
    page.get_by_role("link", name="知らせたくない企業").click()
    page.get_by_label("企業名").fill("ボルト工業")
    page.get_by_role("button", name="一覧に加える").click()
    assert page.get_by_role("status").inner_text().startswith("一覧に加えました")
    assert ada.file().blocked == ("ボルト工業",)


def test_a_mistake_is_told_beside_its_field_without_a_script(
    opened: "Callable[..., Page]",
) -> None:
    page = opened("/details", script=False)
    page.get_by_label("電話番号").fill("x")
    page.get_by_role("button", name="変更を保存する").click()
    assert page.get_by_label("電話番号").get_attribute("aria-invalid") == "true"
    assert page.get_by_label("電話番号").input_value() == "x"
