"""The pages that lead a CSV of results through, in a browser: whole on a phone, read by all."""

from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import parse_qsl, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from shared.domain.import_places import INCOMING
from tests.browser.opening import opening
from tests.support.console import Console
from tests.support.file_imports import CSV, Importing, a_file, a_row, importing
from tests.support.table import client, fresh_table

pytestmark = pytest.mark.browser
ALL: Final = f"/console/connections/{CSV}/import"
PAGES: Final = ("send", "columns", "plan", "wrong", "waiting", "done", "refused")
type Open = Callable[..., Page]


@pytest.fixture
def company(monkeypatch: pytest.MonkeyPatch) -> Importing:
    return importing(fresh_table(client()), monkeypatch)


@pytest.fixture
def paths(company: Importing) -> Mapping[str, str]:
    """A file in each of its states."""
    good = a_file(
        a_row("A-001", "不合格", "2026/4/1"),
        a_row("A-002", "選考辞退", "R8.4.1"),
        a_row("A-003", "採用決定", "２０２６年４月２日"),
        a_row("A-004", "選考中"),
        a_row("A-005", "保留"),
    )
    wrong = a_file(*(a_row(f"A-{n}", day="4/1") for n in range(12)), a_row("山田花子"))
    done = company.imports(good)
    tried = company.sends(good)
    company.tries(tried)
    bad = company.sends(wrong)
    company.tries(bad)
    sent = company.sends(good)
    refused = company.confirmed(good)
    company.files.drop(CSV, refused)
    company.reads_on()
    waiting = company.confirmed(good)
    found = {"columns": sent, "plan": tried, "wrong": bad, "done": done}
    found |= {"waiting": waiting, "refused": refused}
    return {"send": ALL} | {name: f"{ALL}/{one}" for name, one in found.items()}


@pytest.fixture
def opened(browser: Browser, company: Importing) -> Open:
    seated = Console(company.table)

    def answer(route: Route) -> None:
        asked = urlsplit(route.request.url)
        found = seated.get(asked.path, **dict(parse_qsl(asked.query)))
        headers = {name: str(value) for name, value in found["headers"].items()}
        return route.fulfill(status=found["statusCode"], body=found["body"], headers=headers)

    def open_page(path: str, width: int = 1280, scheme: str = "light") -> Page:
        return opening(browser, answer, path, width, scheme)

    return open_page


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_everybody_reads_each_page_and_nothing_hangs_out(
    opened: Open, paths: Mapping[str, str], width: int, scheme: str, language: str
) -> None:
    for name in PAGES:
        page = opened(f"{paths[name]}?lang={language}", width, scheme)
        found = [rule["id"] for rule in Axe().run(page).response["violations"]]
        assert (name, found) == (name, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        page.close()


def test_the_form_goes_to_the_bucket_and_leads_back_to_the_columns(
    opened: Open, company: Importing
) -> None:
    page = opened(ALL)
    form = page.locator("form[enctype]")
    assert str(form.get_attribute("action")).startswith("http://")
    back = page.locator("[name=success_action_redirect]").input_value()
    assert back.startswith(f"https://api.example{ALL}/imp_")
    name = urlsplit(back).path.rpartition("/")[2]
    assert page.locator("[name=key]").input_value() == f"{INCOMING}{CSV}/{name}.csv"
    page.close()
