"""The console's pages in a browser: read by everybody, whole on a phone, one sheet on paper."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route
from pypdf import PdfReader

from shared.company.links import doorway_of
from shared.domain.company import CompanyState
from shared.domain.credit import Lot, LotState
from shared.domain.once import Reply
from shared.domain.saving import Channel, Cost, OwnCosts
from shared.settings import STAGE
from shared.table import job_order_item, keys, lot_item
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.links import Links
from shared.table.own_costs import CostBooks
from tests.browser.opening import opening
from tests.support.builders import ACME, a_company, a_job_order, a_link
from tests.support.console import Console, console
from tests.support.table import client, fresh_table

pytestmark = pytest.mark.browser
LINK = "/console/links/lnk_acme-link"
PAGES = (
    *("/console", "/console/links", "/console/links/new", "/console/profile"),
    *("/console/members", "/console/keys", "/console/audit", "/console/rules", "/console/terms"),
    *(LINK, f"{LINK}/rotate", f"{LINK}/void", f"{LINK}/sheet", f"{LINK}/preview"),
)
IS_UNDER = """why => {
  if (!why.previousSibling) return true
  const before = document.createRange()
  before.selectNodeContents(why.previousSibling)
  return before.getBoundingClientRect().bottom <= why.getBoundingClientRect().top
}"""
type Open = Callable[..., Page]


@pytest.fixture
def table() -> Table:
    return fresh_table(client())


@pytest.fixture
def seated(monkeypatch: pytest.MonkeyPatch, table: Table) -> Console:
    """An owner of a company with one link."""
    monkeypatch.setenv(STAGE, "test")
    said = Reply(200, "{}")
    Companies(table).ask(a_company(), "visitor", None, said)
    table.commit(table.change(keys.company(ACME), put={"state": CompanyState.ACTIVE}))
    Links(table).add(a_link(), doorway_of(a_link(), a_company()))
    return console(monkeypatch, table)


@pytest.fixture
def opened(browser: Browser, seated: Console) -> Open:
    def answer(route: Route) -> None:
        asked = urlsplit(route.request.url)
        found = seated.get(asked.path, **dict(parse_qsl(asked.query)))
        kind = found["multiValueHeaders"] if "multiValueHeaders" in found else found["headers"]
        return route.fulfill(status=found["statusCode"], body=found["body"], headers=_plain(kind))

    def open_page(path: str, width: int = 1280, scheme: str = "light") -> Page:
        return opening(browser, answer, path, width, scheme)

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


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_room_is_seen_without_scrolling(opened: Open, language: str) -> None:
    page = opened(f"/console?lang={language}")
    page.set_viewport_size({"width": 1280, "height": 900})
    last = page.locator(".room > .rooms a").last.bounding_box()
    assert last
    assert last["y"] + last["height"] <= 900
    page.close()


@pytest.mark.parametrize("path", ["/console/members", "/console/keys", "/console/audit"])
@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_more_to_say_in_a_cell_stands_under_it(
    opened: Open, seated: Console, path: str, width: int
) -> None:
    said = {"name": "海野 太郎", "email": "taro@x.example", "role": "viewer", "locale": "ja"}
    assert seated.sends("/console/members", said)[0] == 303
    key = {"name": "採用管理", "scope-links:read": "on", "days": "90"}
    assert seated.sends("/console/keys", key)[0] == 201
    page = opened(path, width)
    under = [each.evaluate(IS_UNDER) for each in page.locator(".grid .why").all()]
    assert under and all(under)
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


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_the_saving_report_is_one_sheet_with_every_line_filled_in(
    opened: Open, table: Table, tmp_path: Path, locale: str
) -> None:
    day = datetime(2026, 3, 1, tzinfo=UTC)
    costs = tuple(Cost(channel, 3, 1_234_567) for channel in Channel)
    CostBooks(table).keep(ACME, OwnCosts(costs))
    for number in range(1, 6):
        order = a_job_order(f"job_{number}", title="バックエンドエンジニア（決済基盤）")
        spent = Lot(f"crd_{number}", ACME, number, LotState.CONSUMED, day, day)
        lot = replace(spent, job_order_id=order.job_order_id, turn=1)
        table.commit(
            table.new(keys.job_order(ACME, order.job_order_id), job_order_item.to_item(order)),
            table.new(keys.lot(ACME, number), lot_item.to_item(lot)),
        )
    page = opened(f"/console/saving?lang={locale}")
    assert page.locator("tbody tr").count() == 5 + len(Channel)
    printed = tmp_path / "saving.pdf"
    page.pdf(path=printed, prefer_css_page_size=True)
    assert len(PdfReader(printed).pages) == 1
    page.close()
