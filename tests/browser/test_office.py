"""The agency's search, members and log in a browser: read by everybody, whole at every width."""

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from functions.file import handler as filing
from shared.domain.member import Member, Role
from shared.settings import STAGE
from shared.table.commit import Table
from shared.table.members import Members
from tests.browser.opening import opening
from tests.support import files_desk
from tests.support.builders import NOON, PEPPER
from tests.support.desk import WIRED, AtDesk, at_desk
from tests.support.table import client, fresh_table
from tests.support.wired import wire

pytestmark = pytest.mark.browser
HANA = "manager@agency.example"
PAGES = (
    "/agency/search",
    "/agency/members",
    "/agency/audit",
    f"/agency/members/{PEPPER.person(HANA)}",
)
PICTURES = os.environ.get("OFFICE_PICTURES")
type Open = Callable[..., Page]


@pytest.fixture
def table() -> Table:
    return fresh_table(client())


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch, table: Table) -> files_desk.Desk:
    monkeypatch.setenv(STAGE, "test")
    wire(monkeypatch, table, *WIRED, filing)
    made = files_desk.desk_on(table, monkeypatch)
    for name, email, role in (
        ("道標 花子", HANA, Role.MANAGER),
        ("あだ", "ada@x.jp", Role.ADVISER),
    ):
        Members(table).enrol(PEPPER.person(email), Member(name, email, role, NOON))
    for n, name in enumerate(("髙橋 春香", "高橋 次郎")):
        made.filed(f"p{n}", full_name=name)
    return made


@pytest.fixture
def hana(files: files_desk.Desk) -> AtDesk:
    return at_desk(files.table, Role.MANAGER, HANA)


@pytest.fixture
def opened(browser: Browser, hana: AtDesk) -> Open:
    def answer(route: Route) -> None:
        asked = urlsplit(route.request.url)
        form = dict(parse_qsl(route.request.post_data or ""))
        if route.request.method == "POST":
            status, body = hana.sends(asked.path, **{**form, "form": hana.form_word})
        else:
            status, body = hana.reads(f"{asked.path}?{asked.query}")
        route.fulfill(status=status, body=body, content_type="text/html; charset=utf-8")

    def open_page(path: str, width: int = 1280) -> Page:
        return opening(browser, answer, path, width)

    return open_page


def seen(page: Page, name: str, width: int) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
    found = [(rule["id"], rule["nodes"]) for rule in Axe().run(page).response["violations"]]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [390, 768, 1280])
def test_everybody_reads_it_and_nothing_hangs_out(
    opened: Open, hana: AtDesk, path: str, width: int
) -> None:
    named = {"name": "道標 三郎", "email": "s@agency.example", "role": "adviser", "locale": "ja"}
    assert hana.sends("/agency/members", **named)[0] == 303
    seen(opened(path, width), path.replace("/", "_")[:24], width)


@pytest.mark.parametrize("width", [768, 1280, 1920])
def test_a_name_is_typed_and_found_by_keyboard(opened: Open, width: int) -> None:
    page = opened("/agency/search", width)
    page.get_by_role("searchbox").fill("高橋")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="髙橋 春香").wait_for()
    assert page.get_by_role("link", name="高橋 次郎").is_visible()
    assert "高橋" not in page.url
    seen(page, "found", width)
