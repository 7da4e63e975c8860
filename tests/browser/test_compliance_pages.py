"""The agency's registers and proofs in a browser: read by everybody, nothing hangs out."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from shared.domain.drill import Drill, Touched, Window
from shared.domain.member import Member, Role
from shared.table import provision_item
from shared.table.drills import Drills
from shared.table.members import Members
from tests.browser.opening import opening
from tests.support.acts import let_in
from tests.support.asking import CONTEXT
from tests.support.builders import BOLT, PEPPER
from tests.support.desk import HANDLERS, AtDesk, Desk, at_desk, desk_over
from tests.support.gateway import function_of
from tests.support.office import JOINED, Office
from tests.support.placing import a_file, a_line
from tests.support.recommending import a_provision
from tests.support.table import client, fresh_table

pytestmark = pytest.mark.browser
REGISTERS = "/agency/registers"
WINDOW = "begin=2026-03-02T09:00&end=2026-03-02T10:00&learnt_at=2026-03-03T12:00&touched-cv=on"
DRILL = "drl_01KJP7T0W08X2MVAXQNQSH0MKJ"
PAGES = (
    *(f"{REGISTERS}?kind={kind}&month=2026-03" for kind in ("seekers", "orders", "employers")),
    *(f"{REGISTERS}?kind=fees&month=2026-04", "/agency/provision-records?month=2026-03"),
    *(f"{REGISTERS}/employers/{BOLT}", "/agency/report", "/agency/retention"),
    *("/agency/drill", f"/agency/drill?{WINDOW}", f"/agency/drill/{DRILL}"),
)
type Open = Callable[..., Page]


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """With a few people, a hire, what was handed over and a drill."""
    desk = desk_over(fresh_table(client()), monkeypatch)
    let_in(desk.stores, BOLT)
    office = Office(desk.table)
    office.open()
    office.introduce()
    office.join(a_line(office.made, JOINED))
    for n in range(55):
        office.does(office.registers.taken_on(a_file(f"kyushokusha{n}")))
    desk.table.commit(*provision_item.new(desk.table, a_provision()))
    now = datetime(2026, 3, 3, 3, tzinfo=UTC)
    window = Window(now - timedelta(hours=30), now - timedelta(hours=29), tuple(Touched), now)
    person = PEPPER.person("manager@agency.example")
    told = Drill(DRILL, now, person, window, 1_204, 3, 25, "命令は二人とも同じ結果でした。")
    Drills(desk.table).add(told)
    Drills(desk.table).add(replace(told, drill_id=f"{DRILL[:-1]}K"))
    Members(desk.table).enrol(person, Member("道標 花子", "h@agency.example", Role.MANAGER, now))
    return desk


@pytest.fixture
def opened(browser: Browser, desk: Desk) -> Iterator[Open]:
    hanako: AtDesk = at_desk(desk.table, Role.MANAGER)

    def answer(route: Route) -> None:
        asked = urlsplit(route.request.url)
        event = hanako.gets(asked.path, **dict(parse_qsl(asked.query)))
        found = HANDLERS[function_of("GET", asked.path)].handle(event, CONTEXT)
        headers = {name: str(value) for name, value in found["headers"].items()}
        return route.fulfill(status=found["statusCode"], body=found["body"], headers=headers)

    def open_page(path: str, width: int = 1280, scheme: str = "light") -> Page:
        return opening(browser, answer, path, width, scheme, height=900)

    yield open_page


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(768, "dark"), (1280, "light"), (1920, "light")])
def test_everybody_reads_it_and_nothing_hangs_out(
    opened: Open, path: str, width: int, scheme: str
) -> None:
    page = opened(path, width, scheme)
    found = [rule["id"] for rule in Axe().run(page).response["violations"]]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_manager_adds_to_a_row_by_the_keyboard_alone(opened: Open) -> None:
    page = opened(f"{REGISTERS}/employers/{BOLT}")
    page.locator("#address").focus()
    reached = list[str]()
    for _ in range(3):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
    assert reached == ["phone", "reason", "BUTTON"]
    page.close()
