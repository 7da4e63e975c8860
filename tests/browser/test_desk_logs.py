"""Complaints, requests about data and the licence in a browser: read by everybody, and whole."""

from collections.abc import Callable
from urllib.parse import parse_qsl, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from shared import clock
from shared.domain.member import Role
from shared.table import keys
from shared.table.complaints import Complaints
from shared.table.rights import RightsRequests
from tests.browser.opening import opening
from tests.integration.desk.by_hand.test_complaints import a_complaint
from tests.integration.desk.by_hand.test_rights import a_form, a_request, newest
from tests.support.aftercare import a_file, open_file
from tests.support.asking import CONTEXT
from tests.support.builders import PEPPER
from tests.support.desk import HANDLERS, AtDesk, Desk, at_desk, desk_over
from tests.support.table import client, fresh_table

pytestmark = pytest.mark.browser
COMPLAINTS, RIGHTS, LICENCE = "/agency/complaints", "/agency/rights", "/agency/licence"
COMPLAINT, REQUEST, ASKED = f"{COMPLAINTS}/cpl_0001", f"{RIGHTS}/rgt_0001", f"{RIGHTS}/asked"
FORGOTTEN = (f"{COMPLAINTS}/cpl_0002", f"{RIGHTS}/rgt_0002")
PAGES = (
    *(LICENCE, COMPLAINTS, f"{COMPLAINTS}/new", COMPLAINT),
    *(RIGHTS, f"{RIGHTS}/new", REQUEST, ASKED),
    *FORGOTTEN,
)
type Open = Callable[[str, int, str], Page]


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Some of each, open, over and of somebody erased; a code was sent to one who asks."""
    desk = desk_over(fresh_table(client()), monkeypatch)
    for n in range(4):
        Complaints(desk.table).add(a_complaint(n, days_ago=7 * n))
        RightsRequests(desk.table).add(a_request(n, days_ago=7 * n))
    hanako = at_desk(desk.table, Role.MANAGER)
    hanako.sends(f"{COMPLAINTS}/cpl_0002/note", step="担当者に確かめた", once="f")
    Complaints(desk.table).forget("cpl_0002", clock.now())
    RightsRequests(desk.table).forget("rgt_0002", clock.now())
    hanako.sends(f"{COMPLAINT}/note", step="担当者に確かめた", once="n")
    hanako.sends(f"{COMPLAINTS}/cpl_0000/close", outcome="お答えした", once="c")
    hanako.sends(f"{RIGHTS}/rgt_0000/answer", outcome="お答えした", once="a")
    file = a_file()
    open_file(desk.table, file)
    whose = keys.whose_file(PEPPER.person(file.candidate.email))
    desk.table.commit(desk.table.new(whose, {"candidate_id": file.candidate_id}))
    hanako.sends(RIGHTS, **a_form(file.candidate.email), once="o")
    hanako.sends(f"{RIGHTS}/{newest(desk).request_id}/code", once="s")
    return desk


@pytest.fixture
def opened(browser: Browser, desk: Desk) -> Open:
    hanako = at_desk(desk.table, Role.MANAGER)
    asked = f"{RIGHTS}/{newest(desk).request_id}"

    def open_page(path: str, width: int, scheme: str) -> Page:
        where = path.replace(ASKED, asked)
        return opening(browser, lambda route: _answer(route, hanako), where, width, scheme)

    return open_page


def _answer(route: Route, who: AtDesk) -> None:
    asked = urlsplit(route.request.url)
    event = who.gets(asked.path, **dict(parse_qsl(asked.query)))
    found = HANDLERS["agency"].handle(event, CONTEXT)
    return route.fulfill(
        status=found["statusCode"], body=found["body"], content_type="text/html; charset=utf-8"
    )


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(768, "dark"), (1280, "light"), (1920, "light")])
def test_everybody_reads_it_and_nothing_hangs_out(
    opened: Open, path: str, width: int, scheme: str
) -> None:
    page = opened(path, width, scheme)
    assert page.locator("h1").count() == 1
    found = [rule["id"] for rule in Axe().run(page).response["violations"]]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
