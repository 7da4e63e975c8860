import pytest

from tests.browser.conftest import Show
from tests.browser.test_layout import CONTROLS
from tests.unit.pages.shown import PAGES

pytestmark = pytest.mark.browser

VISIBLE = "controls => [...document.querySelectorAll(controls)].filter(e => e.checkVisibility())"
NUMBER = f"""controls => {{ window.all = ({VISIBLE})(controls); return all.length }}"""
FOCUSED = """() => { const e = document.activeElement, s = getComputedStyle(e);
  return [all.indexOf(e), s.outlineStyle, parseFloat(s.outlineWidth)] }"""


@pytest.mark.parametrize(
    "name", ["landing-ja", "landing-mistakes-en", "code-wrong-ja", "messages-ja"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tab_reaches_every_control_and_shows_where_it_is(
    show: Show, name: str, scheme: str
) -> None:
    page = show(PAGES[name], scheme=scheme)
    number = page.evaluate(NUMBER, CONTROLS)
    reached = set()
    for _ in range(2 * number):
        page.keyboard.press("Tab")
        control, style, width = page.evaluate(FOCUSED)
        if control >= 0:
            assert (style, width) == ("solid", 3), control
            reached.add(control)
    assert reached == set(range(number))


def test_with_mistakes_the_reader_starts_at_their_list(show: Show) -> None:
    page = show(PAGES["landing-mistakes-ja"])
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    page.get_by_role("link", name="メールアドレスを").click()
    assert page.evaluate("document.activeElement.id") == "email"
