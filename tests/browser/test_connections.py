"""ATS connections in a browser: read by everybody, whole on a phone, one address to copy."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from shared.domain.company import CompanyState
from shared.domain.connection import Provider
from shared.domain.connection_health import Health
from shared.domain.listed import Listed, Outcome
from shared.domain.once import Reply
from shared.settings import STAGE
from shared.table import keys
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.hearings import Hearings
from tests.browser.opening import opening
from tests.support.builders import ACME, NOON, a_company
from tests.support.connections import a_connection, connect
from tests.support.console import Console, console
from tests.support.table import client, fresh_table

pytestmark = pytest.mark.browser
ALL = "/console/connections"
ONE = f"{ALL}/ats_1"
PAGES = (
    *(ALL, f"{ALL}/new", f"{ALL}/new/greenhouse", f"{ALL}/new/herp", f"{ALL}/new/generic"),
    *(ONE, f"{ONE}/deliveries", f"{ONE}/remove", f"{ALL}/ats_2", f"{ALL}/ats_3"),
)
CAME = (
    (Outcome.APPLIED, None, "application.created"),
    (Outcome.APPLIED, None, "application.rejected"),
    (Outcome.IGNORED, "candidate_withdrew", "application.rejected"),
    (Outcome.IGNORED, "event_not_followed", ""),
    (Outcome.PING, None, ""),
    (Outcome.REFUSED, "wrong_signature", ""),
)
type Open = Callable[..., Page]


@pytest.fixture
def seated(monkeypatch: pytest.MonkeyPatch) -> Console:
    """An owner of a company with a connection that is ill, one that waits, and a file's."""
    monkeypatch.setenv(STAGE, "test")
    table = fresh_table(client())
    Companies(table).ask(a_company(), "visitor", None, Reply(200, "{}"))
    table.commit(table.change(keys.company(ACME), put={"state": CompanyState.ACTIVE}))
    connect(table, a_connection(label="中途採用のGreenhouse（東京・大阪・福岡の三拠点）"))
    connect(table, a_connection("ats_2", Provider.LEVER, label="Lever"))
    connect(table, a_connection("ats_3", Provider.CSV, label="HRMOS", signing=()))
    _went_on(table)
    return console(monkeypatch, table)


def _went_on(table: Table) -> None:
    hearings, of = Hearings(table), a_connection().connection_id
    for n, (outcome, why, what) in enumerate(CAME):
        at = NOON + timedelta(minutes=n)
        hearings.note(Listed(f"dlv_{n}", of, at, outcome, why, what), f"key-{n}")
    hearings.keep(of, 0, Health(NOON, 4, NOON, "wrong_signature", told_at=NOON), None)


@pytest.fixture
def opened(browser: Browser, seated: Console) -> Open:
    def answer(route: Route) -> None:
        asked = urlsplit(route.request.url)
        fields = dict(parse_qsl(route.request.post_data or "", keep_blank_values=True))
        if route.request.method == "POST":
            found = seated.post(asked.path, **fields)
        else:
            found = seated.get(asked.path, **dict(parse_qsl(asked.query)))
        return route.fulfill(
            status=found["statusCode"], body=found["body"], headers=_plain(found["headers"])
        )

    def open_page(path: str, width: int = 1280, scheme: str = "light") -> Page:
        return opening(browser, answer, path, width, scheme)

    return open_page


def _plain(headers: dict[str, str | list[str]]) -> dict[str, str]:
    return {name: v if isinstance(v, str) else v[0] for name, v in headers.items()}


def read_by_everybody(page: Page, width: int) -> None:
    found = [rule["id"] for rule in Axe().run(page).response["violations"]]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_everybody_reads_it_and_nothing_hangs_out(
    opened: Open, path: str, width: int, scheme: str
) -> None:
    page = opened(path, width, scheme)
    read_by_everybody(page, width)
    page.close()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("width", [390, 1280])
def test_trying_it_out_is_a_press_and_its_answer_is_read_by_everybody(
    opened: Open, language: str, width: int
) -> None:
    page = opened(f"{ONE}?lang={language}", width)
    page.locator("form[action$='self-test'] button").click()
    assert page.locator("ol.rows > li").count() == 12
    read_by_everybody(page, width)
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_new_secret_is_shown_with_the_address_to_paste(opened: Open, width: int) -> None:
    page = opened(f"{ALL}/new/greenhouse", width)
    page.locator("main form button.do").click()
    assert page.locator("#secret").input_value()
    assert "/ats/greenhouse/ats_" in page.locator("#receive").input_value()
    read_by_everybody(page, width)
    page.close()


def test_the_address_is_copied_by_a_press(opened: Open) -> None:
    page = opened(ONE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    assert page.locator("[data-copies=receive]").is_visible()
    page.close()


def test_a_mistake_is_found_from_the_top_of_the_page(opened: Open) -> None:
    page = opened(f"{ALL}/new/herp")
    page.locator("main form button.do").click()
    page.locator(".sum a").click()
    assert page.evaluate("document.activeElement.id") == "access"
    page.close()
