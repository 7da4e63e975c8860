"""How much waits is told again while a page is open, and to nobody who does not look."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from shared.domain.registration import Signal
from shared.table.commit import Table
from tests.browser.test_swapping import Origin, served
from tests.support.asking import CONTEXT
from tests.support.desk import HANDLERS, AtDesk, at_desk, desk_over
from tests.support.gateway import function_of
from tests.support.table import client, fresh_table
from tests.support.waiting import everything, held

pytestmark = pytest.mark.browser
type Open = Callable[..., Page]
HALF_A_MINUTE = 30_000
COUNTS, HELD = "/agency/counts", "/agency/registrations"


@dataclass(frozen=True)
class Seat:
    reader: AtDesk

    def get(self, path: str, **query: str) -> dict[str, Any]:
        handler = HANDLERS[function_of("GET", path)]
        said: dict[str, Any] = handler.handle(self.reader.gets(path, **query), CONTEXT)
        return said


@pytest.fixture
def table() -> Table:
    return fresh_table(client())


@pytest.fixture
def origin(table: Table, monkeypatch: pytest.MonkeyPatch) -> Iterator[Origin]:
    """An agency where one of everything waits."""
    desk_over(table, monkeypatch)
    everything(table)
    made = Origin(Seat(at_desk(table)))
    with served(made):
        yield made


@pytest.fixture
def opened(browser: Browser, origin: Origin) -> Iterator[Open]:
    pages, wrong = list[Page](), list[str]()

    def open_page(path: str, *, script: bool = True) -> Page:
        page = browser.new_page(java_script_enabled=script, viewport={"width": 1280, "height": 900})
        pages.append(page)
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        if script:
            page.clock.install()
        page.goto(f"{origin.url}{path}")
        return page

    yield open_page
    for page in pages:
        page.close()
    assert [said for said in wrong if "Content Security Policy" in said or "Error:" in said] == []


@pytest.mark.parametrize(
    "path",
    [
        "/agency",
        "/agency/registrations",
        f"{HELD}/reg_hana_co_acme",
        "/agency/reversals",
        "/agency/recommendations/joined",
    ],
)
@pytest.mark.parametrize("width", [768, 1280, 1920])
def test_everybody_reads_it_and_nothing_hangs_out(
    browser: Browser, origin: Origin, path: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
    page.goto(f"{origin.url}{path}")
    expect(page.locator("h1")).to_be_visible()
    assert [rule["id"] for rule in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def in_rooms(page: Page) -> Any:
    return page.locator(".room > .rooms [data-tally=held]")


def test_counts_beside_rooms_and_headings_go_on_without_a_page(
    opened: Open, origin: Origin, table: Table
) -> None:
    page = opened("/agency")
    expect(in_rooms(page)).to_have_text("1")
    held(table, "taro", Signal.BURST)
    page.clock.fast_forward(HALF_A_MINUTE)
    expect(in_rooms(page)).to_have_text("2")
    expect(page.locator("#held [data-tally]")).to_have_text("2")
    assert (origin.loads, origin.parts) == (["/agency"], [COUNTS, COUNTS])


def test_whoever_works_keeps_their_place(opened: Open, origin: Origin, table: Table) -> None:
    page = opened("/agency")
    expect(in_rooms(page)).to_have_text("1")
    page.locator("#main button").first.focus()
    held(table, "taro", Signal.BURST)
    page.clock.fast_forward(HALF_A_MINUTE)
    expect(page.locator("#held [data-tally]")).to_have_text("2")
    expect(page.locator("#main button").first).to_be_focused()
    assert origin.loads == ["/agency"]


def test_nobody_is_asked_while_the_page_is_hidden(opened: Open, origin: Origin) -> None:
    page = opened("/agency")
    expect(in_rooms(page)).to_have_text("1")
    page.evaluate(
        "Object.defineProperty(document, 'hidden', {get: () => true, configurable: true})"
    )
    page.clock.run_for(HALF_A_MINUTE * 4)
    assert origin.parts == [COUNTS]
    with page.expect_response(f"**{COUNTS}"):
        page.evaluate(
            "delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))"
        )
    assert origin.parts == [COUNTS] * 2


def test_who_is_signed_out_meanwhile_is_not_led_away(opened: Open, origin: Origin) -> None:
    page = opened("/agency")
    expect(in_rooms(page)).to_have_text("1")
    origin.is_over = True
    with page.expect_response("**/sign-in"):
        page.clock.fast_forward(HALF_A_MINUTE)
    expect(page.locator("h1")).to_have_text("対応待ち")
    assert origin.loads[0] == "/agency"
    assert page.url.endswith("/agency")


def test_without_a_script_all_of_it_is_there(opened: Open) -> None:
    page = opened("/agency", script=False)
    expect(page.locator("#held [data-tally]")).to_have_text("1")
    expect(page.get_by_role("button", name="カウントする").first).to_be_visible()
    expect(in_rooms(page)).to_be_hidden()
