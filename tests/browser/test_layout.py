import pytest

from shared.pages.csp import policy
from shared.pages.letter import Rendered
from tests.browser.conftest import Show
from tests.support.builders import AGENCY
from tests.unit.pages.samples import COMPANY, a_fact, credit, landing, welcome
from tests.unit.pages.shown import DISTINCT, MAILS, PAGES

pytestmark = pytest.mark.browser

CONTROLS = "a, button, select, summary, textarea, input:not([type=hidden])"
SMALL = """controls => [...document.querySelectorAll(controls)]
  .filter(e => !e.closest("p"))
  .map(e => ["checkbox", "radio"].includes(e.type) ? e.closest("label") : e)
  .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
  .filter(([, box]) => box.width < 44 || box.height < 44)
  .map(([html]) => html)"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LIGHT = """[...document.querySelectorAll("body, body table, body p")]
  .filter(e => /rgb\\(2[0-9]{2}, 2/.test(getComputedStyle(e).backgroundColor))
  .map(e => e.outerHTML.slice(0, 80))"""
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
    for width in (320, 360, 600, 1000):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate(OVERFLOW) == 0, width


@pytest.mark.parametrize("sent", [welcome("ja", "A" * 100), credit("en", "A" * 100)])
def test_a_mail_stays_in_its_width_whatever_the_name(show: Show, sent: Rendered) -> None:
    assert show(sent.html, 320).evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("value", [COMPANY * 6, f"https://relay.example/{'a' * 200}"])
def test_a_mails_fact_of_any_length_wraps_beside_a_label_that_can_be_read(
    show: Show, value: str
) -> None:
    page = show(a_fact("Credits can be used until", value).html, 320)
    assert page.evaluate(OVERFLOW) == 0
    label = page.get_by_text("Credits can be used until", exact=True)
    assert label.evaluate("e => e.clientWidth") > 80


@pytest.mark.parametrize("name", MAILS)
def test_a_licence_number_is_read_in_one_piece(show: Show, name: str) -> None:
    number = show(MAILS[name].html, 320).get_by_text(AGENCY.licence_number, exact=True)
    assert number.evaluate("e => e.getClientRects().length") == 1


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_opened_in_the_dark_is_dark(show: Show, name: str) -> None:
    assert show(MAILS[name].html, 600, scheme="dark").evaluate(LIGHT) == []
    assert show(MAILS[name].html, 600).evaluate(LIGHT) != []


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
