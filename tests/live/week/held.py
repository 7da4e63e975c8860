"""Many came at once, and some by addresses to throw away: the desk looks at each."""

from typing import Final

from playwright.sync_api import Locator, Page, expect

from infra.local.story.cast import Candidate
from tests.live.week.cast import FRAUD, LATER, MIRAI, THROWN_AWAY
from tests.live.week.colleague import STATUS, Colleague
from tests.live.week.week import Week

LOOKS_MS: Final = 60_000
MOST_TABS: Final = 80
LEFT: Final = "window.left = true"
BACK: Final = "document.dispatchEvent(new Event('visibilitychange'))"
"""Somebody comes back to the page they left open."""
FOCUSED: Final = "document.activeElement?.getAttribute('aria-label') ?? ''"
REFUSED: Final = (FRAUD, *THROWN_AWAY)


def tally(page: Page) -> Locator:
    """Beside the registrations' page in the navigation."""
    return page.locator("a[href='/agency/registrations'] [data-tally]").first


def moves(page: Page, wanted: str) -> bool:
    """Whether it did without another page."""
    page.evaluate(BACK)
    expect(tally(page)).to_have_text(wanted, timeout=LOOKS_MS)
    return bool(page.evaluate("window.left"))


def looks(week: Week, adviser: Colleague, other: Colleague) -> str:
    """Three are refused; of the first, the other adviser had the page open, and comes too late."""
    other.comes_in()
    paths = {one: f"/agency/registrations/{week.registered[one.email]}" for one in REFUSED}
    other.opens(paths[FRAUD])
    for one, path in paths.items():
        adviser.opens("/agency/registrations")
        adviser.follows(one.full_name)
        assert adviser.page.url.endswith(path)
        adviser.presses("form[action$='/refuse'] button", 422)
        adviser.chooses(reason="suspected_fraud")
        adviser.does("form[action$='/refuse'] button")
    other.presses("form[action$='/accept'] button", 409)
    return other.page.locator("[role=alert]").inner_text()


def accepts_by_keyboard(adviser: Colleague, one: Candidate) -> str:
    """From the top of the queue, by Tab and Enter alone."""
    page = adviser.opens("/agency")
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED).endswith(f": {one.full_name}"):
            break
    adviser.is_led(lambda: page.keyboard.press("Enter"))
    return page.locator(STATUS).first.inner_text()


def takes_back(week: Week, adviser: Colleague) -> None:
    """One that counted at once."""
    adviser.opens(f"/agency/companies/{week.of_company(MIRAI).company_id}/counted")
    adviser.follows(LATER.full_name)
    adviser.chooses(reason="suspected_fraud")
    adviser.does("form[action$='/reverse'] button")
