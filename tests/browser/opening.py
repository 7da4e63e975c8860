"""A page of a table of a test in a browser: what it loads is answered, and nothing else fetched."""

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route

from shared.pages import statics

FILES: Final = {f"/{file.key}": file for file in statics.statics()}
type Answer = Callable[[Route], None]


def opening(
    browser: Browser,
    answer: Answer,
    path: str,
    width: int = 1280,
    scheme: str = "light",
    height: int = 800,
) -> Page:
    """`answer` is asked for every page; files come from where they lie."""

    def file_or_page(route: Route) -> None:
        if file := FILES.get(urlsplit(route.request.url).path):
            return route.fulfill(body=file.body, content_type=file.content_type)
        return answer(route)

    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page.route("**/*", file_or_page)
    page.goto(f"http://relay.test{path}")
    return page
