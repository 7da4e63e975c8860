import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Show
from tests.unit.pages.shown import DISTINCT, MAILS, PAGES

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", DISTINCT)
def test_axe_finds_nothing_wrong_with_a_page(show: Show, name: str, scheme: str) -> None:
    page = show(PAGES[name], scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = Axe().run(page, options={"runOnly": WCAG})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", MAILS)
def test_axe_finds_nothing_wrong_with_a_mail(show: Show, name: str, scheme: str) -> None:
    page = show(MAILS[name].html, width=600, scheme=scheme)
    found = Axe().run(page, options={"runOnly": WCAG[:-1]})
    assert found.violations_count == 0, found.generate_report()
