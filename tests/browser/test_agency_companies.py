"""The agency's pages about companies in a browser: read by everybody, whole on any width."""

from collections.abc import Callable
from urllib.parse import parse_qsl, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from functions.agency import handler
from shared.domain.member import Role
from shared.settings import STAGE
from tests.browser.opening import opening
from tests.integration.desk.test_adjustments import earned
from tests.support.acts import SAID, count
from tests.support.asking import CONTEXT
from tests.support.builders import ACME, BOLT, NOON, a_company, a_doorway, a_link
from tests.support.desk import ADA, Desk, at_desk, desk_over
from tests.support.table import client, fresh_table

pytestmark = pytest.mark.browser
HERE = f"/agency/companies/{ACME}"
PAGES = (
    *("/agency/companies", "/agency/adjustments", HERE, f"/agency/companies/{BOLT}"),
    *(f"{HERE}/{part}" for part in ("links", "credits", "ledger", "counted")),
    *(f"{HERE}/counted?month={NOON:%Y-%m}", f"{HERE}/counted/reg_one_{ACME}"),
)
type Open = Callable[..., Page]


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """One company has a bit of everything, one waits."""
    monkeypatch.setenv(STAGE, "test")
    desk = desk_over(fresh_table(client()), monkeypatch)
    earned(desk)
    count(desk.stores, "one")
    desk.stores.links.add(a_link(), a_doorway())
    desk.posts(f"/companies/{ACME}/notes", {"text": "登記簿を確認しました。" * 20}, by=ADA)
    desk.posts(f"/companies/{ACME}/adjustments", {"amount": 1, "reason": "旧制度の節目"}, by=ADA)
    desk.stores.companies.ask(a_company(BOLT), "visitor", None, SAID)
    return desk


@pytest.fixture
def opened(browser: Browser, desk: Desk) -> Open:
    taro = at_desk(desk.table, Role.MANAGER)

    def answer(route: Route) -> None:
        asked = urlsplit(route.request.url)
        said = handler.handle(taro.gets(asked.path, **dict(parse_qsl(asked.query))), CONTEXT)
        kind = "text/html; charset=utf-8"
        return route.fulfill(status=said["statusCode"], body=said["body"], content_type=kind)

    def open_page(path: str, width: int, scheme: str) -> Page:
        return opening(browser, answer, path, width, scheme)

    return open_page


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (768, "light"), (1280, "light")])
def test_everybody_reads_it_and_nothing_hangs_out(
    opened: Open, path: str, width: int, scheme: str
) -> None:
    page = opened(path, width, scheme)
    assert page.locator("main h1").count() == 1
    found = [rule["id"] for rule in Axe().run(page).response["violations"]]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_manager_sees_the_whole_list_of_pages_on_a_laptop(opened: Open) -> None:
    page = opened("/agency/companies", 1280, "light")
    page.set_viewport_size({"width": 1280, "height": 900})
    hidden = page.locator(".room > .rooms").evaluate("e => e.scrollHeight - e.clientHeight")
    assert hidden == 0


def test_a_button_stands_apart_from_the_field_it_sends(opened: Open) -> None:
    page = opened(HERE, 1280, "light")
    field, button = page.locator("textarea#text"), page.locator("form[action$='/notes'] button")
    typed, sends = field.bounding_box(), button.bounding_box()
    assert typed and sends
    assert sends["y"] - typed["y"] - typed["height"] >= 12
