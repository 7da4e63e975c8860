import pytest

from shared.pages.csp import policy
from tests.browser.conftest import Show
from tests.unit.pages.samples import COMPANY, landing
from tests.unit.pages.shown import DISTINCT, MAILS, PAGES

pytestmark = pytest.mark.browser

CONTROLS = "a, button, select, summary, input:not([type=hidden])"
SMALL = """controls => [...document.querySelectorAll(controls)]
  .filter(e => !e.closest("p"))
  .map(e => e.type === "checkbox" ? e.closest("label") : e)
  .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
  .filter(([, box]) => box.width < 44 || box.height < 44)
  .map(([html]) => html)"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
UNFOLD = "document.querySelectorAll('details').forEach(d => d.open = true)"


@pytest.mark.parametrize("name", DISTINCT)
def test_no_page_scrolls_sideways_and_every_target_is_a_fingertip(show: Show, name: str) -> None:
    page = show(PAGES[name])
    page.evaluate(UNFOLD)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate(OVERFLOW) == 0, width
        assert page.evaluate(SMALL, CONTROLS) == [], width


@pytest.mark.parametrize("name", MAILS)
def test_no_mail_scrolls_sideways(show: Show, name: str) -> None:
    page = show(MAILS[name].html)
    for width in (320, 360, 600, 900):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate(OVERFLOW) == 0, width


def test_a_long_name_without_spaces_does_not_break_the_page(show: Show) -> None:
    page = show(landing("en", COMPANY + "A" * 300), 320)
    assert page.evaluate(OVERFLOW) == 0


def test_the_policy_lets_the_page_look_as_it_should_and_complains_of_nothing(show: Show) -> None:
    page = show(PAGES["landing-ja"], headers={"Content-Security-Policy": policy()})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.reload()
    assert said == []
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px"


def test_a_copied_code_has_no_space_in_it(show: Show) -> None:
    page = show(MAILS["mail-code-ja"].html, 600)
    code = page.get_by_text("123").locator("xpath=..")
    copied = code.evaluate(
        "e => { getSelection().selectAllChildren(e); return String(getSelection()) }"
    )
    assert copied.strip() == "123456"
