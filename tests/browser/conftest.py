"""A page per test, in the width and light the test asks for."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import QUIET as QUIET

Show = Callable[..., Page]


@pytest.fixture
def show(browser: Browser) -> Iterator[Show]:
    """Show a document; `headers` as the front door sends them. Nothing else is ever fetched."""
    opened = []

    def open_page(
        html: str, width: int = 390, scheme: str = "light", headers: dict[str, str] | None = None
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 844},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        opened.append(context)
        page = context.new_page()
        page.route("**/*", lambda route: route.fulfill(body=html, headers=_html(headers)))
        page.goto("http://relay.test/r/aozora-8f2k")
        return page

    yield open_page
    for context in opened:
        context.close()


def _html(headers: dict[str, str] | None) -> dict[str, str]:
    return {"Content-Type": "text/html; charset=utf-8", **(headers or {})}
