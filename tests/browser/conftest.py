"""A page per test, in the width and light the test asks for."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import QUIET as QUIET

Show = Callable[..., Page]


@pytest.fixture(autouse=True)
def nothing_stays_open(request: pytest.FixtureRequest) -> Iterator[None]:
    """A page left open goes on asking, and takes its share of every test after."""
    if "browser" not in request.fixturenames:
        yield
        return
    browser: Browser = request.getfixturevalue("browser")
    before = browser.contexts
    yield
    for context in browser.contexts:
        if context not in before:
            context.close()


@pytest.fixture
def show(browser: Browser) -> Show:
    """Show a document; `headers` as the front door sends them. Nothing else is ever fetched."""

    def open_page(
        html: str, width: int = 390, scheme: str = "light", headers: dict[str, str] | None = None
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 844},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.route("**/*", lambda route: route.fulfill(body=html, headers=_html(headers)))
        page.goto("http://relay.test/r/aozora-8f2k")
        return page

    return open_page


def _html(headers: dict[str, str] | None) -> dict[str, str]:
    return {"Content-Type": "text/html; charset=utf-8", **(headers or {})}
