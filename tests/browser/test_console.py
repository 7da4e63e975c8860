"""The console's pages in a browser: read by everybody, whole on a phone, one sheet on paper."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route
from pypdf import PdfReader

from shared.company.links import doorway_of
from shared.domain.company import CompanyState
from shared.domain.once import Reply
from shared.pages import statics
from shared.table import keys
from shared.table.companies import Companies
from shared.table.links import Links
from tests.support.builders import ACME, a_company, a_link
from tests.support.console import Console, console
from tests.support.table import client, fresh_table

pytestmark = pytest.mark.browser
LINK = "/console/links/lnk_acme-link"
PAGES = (
    *("/console", "/console/links", "/console/links/new", "/console/profile"),
    *("/console/members", "/console/keys", "/console/audit", "/console/rules", "/console/terms"),
    *(LINK, f"{LINK}/rotate", f"{LINK}/void", f"{LINK}/sheet", f"{LINK}/preview"),
)
FILES = {f"/{file.key}": file for file in statics.statics()}
type Open = Callable[..., Page]


@pytest.fixture
def seated(monkeypatch: pytest.MonkeyPatch) -> Console:
    """An owner of a company with one link."""
    table, said = fresh_table(client()), Reply(200, "{}")
    Companies(table).ask(a_company(), "visitor", None, said)
    table.commit(table.change(keys.company(ACME), put={"state": CompanyState.ACTIVE}))
    Links(table).add(a_link(), doorway_of(a_link(), a_company()), None, said)
    return console(monkeypatch, table)


@pytest.fixture
def opened(browser: Browser, seated: Console) -> Open:
    def answer(route: Route) -> None:
        asked = urlsplit(route.request.url)
        if file := FILES.get(asked.path):
            return route.fulfill(body=file.body, content_type=file.content_type)
        found = seated.get(asked.path, **dict(parse_qsl(asked.query)))
        kind = found["multiValueHeaders"] if "multiValueHeaders" in found else found["headers"]
        return route.fulfill(status=found["statusCode"], body=found["body"], headers=_plain(kind))

    def open_page(path: str, width: int = 1280, scheme: str = "light") -> Page:
        page = browser.new_page(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            bypass_csp=True,
        )
        page.route("**/*", answer)
        page.goto(f"http://relay.test{path}")
        return page

    return open_page


def _plain(headers: dict[str, str | list[str]]) -> dict[str, str]:
    return {name: v if isinstance(v, str) else v[0] for name, v in headers.items()}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_everybody_reads_it_and_nothing_hangs_out(
    opened: Open, path: str, width: int, scheme: str
) -> None:
    page = opened(path, width, scheme)
    found = [rule["id"] for rule in Axe().run(page).response["violations"]]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_the_three_questions_are_answered_without_scrolling(opened: Open) -> None:
    page = opened("/console")
    for heading in ("way", "todo", "credits"):
        box = page.locator(f"section[aria-labelledby={heading}]").bounding_box()
        assert box
        assert box["y"] + box["height"] <= 800
    page.close()


def test_on_a_phone_the_rooms_unfold_without_a_script(opened: Open) -> None:
    page = opened("/console", 390)
    link = page.get_by_role("link", name="リンク", exact=True)
    assert not link.is_visible()
    page.locator("details.menu > summary").click()
    assert link.is_visible()
    page.close()


@pytest.mark.parametrize(("size", "paper"), [("a4", (210, 297)), ("a6", (105, 148))])
@pytest.mark.parametrize("text", ["ja", "en"])
def test_a_sheet_is_one_sheet_of_paper(
    opened: Open, tmp_path: Path, size: str, paper: tuple[int, int], text: str
) -> None:
    page = opened(f"{LINK}/sheet?size={size}&text={text}")
    printed = tmp_path / "sheet.pdf"
    page.pdf(path=printed, prefer_css_page_size=True)
    sizes = [
        (
            round(float(sheet.mediabox.width) / 72 * 25.4),
            round(float(sheet.mediabox.height) / 72 * 25.4),
        )
        for sheet in PdfReader(printed).pages
    ]
    assert sizes == [paper]
    page.close()
