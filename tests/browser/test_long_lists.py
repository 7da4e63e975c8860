"""Every list of the desk in a browser, with long names in it: whole at each width, and turned by
links of one make.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from shared.domain.member import Role
from shared.pages import statics
from shared.settings import STAGE
from shared.table import keys
from shared.table.commit import Table
from tests.support.asking import CONTEXT
from tests.support.builders import ACME, BOLT, JOBS
from tests.support.desk import HANDLERS, WIRED, at_desk
from tests.support.every_list import CYD, LISTS, filled
from tests.support.gateway import function_of
from tests.support.long_lists import again
from tests.support.recommending import ADA
from tests.support.table import client, fresh_table
from tests.support.waiting import NEW
from tests.support.wired import wire

pytestmark = pytest.mark.browser
PICTURES = os.environ.get("RELAY_PICTURES")
FILES: Final = {f"/{file.key}": file for file in statics.statics()}
WIDTHS: Final = (768, 1280, 1920)
NAME: Final = "株式会社みちのくひかりエネルギーソリューションズホールディングス東日本事業本部"
PERSON: Final = {
    "email": "maximiliana.wolfeschlegelsteinhausenbergerdorff@mail.hokkaido.example",
    "full_name": "マクシミリアーナ・ヴォルフェシュレーゲルシュタインハウゼン",
    "phone": "+819012345678",
    "desired_location": "北海道、青森県、岩手県、在宅",
}
TITLE: Final = (
    "大規模分散データ基盤のバックエンドエンジニア（リーダー候補・フルリモート可・週4日から）"
)
WORD: Final = "長い" * 60
INSIDE: Final = """[...document.querySelectorAll("main .wide")].filter(
    (one) => one.scrollWidth > one.clientWidth + 1).length"""
"""Tables that would have to be pushed aside."""


@pytest.fixture(scope="module")
def full() -> Table:
    table = fresh_table(client())
    filled(table)
    company = {"name": NAME, "contact_email": PERSON["email"], "contact_name": PERSON["full_name"]}
    person: dict[str, Any] = {"candidate": PERSON}
    for key, put in (
        (keys.company(NEW), company),
        (keys.company(BOLT), company),
        (keys.company(ACME), company),
        (keys.Key(f"REG#reg_hana_{ACME}", "REG"), person),
        (keys.Key(f"REG#reg_doubted_{ACME}", "REG"), person),
        (keys.Key(f"CANDIDATE#{CYD}", "FILE"), person),
        (keys.Key(f"CANDIDATE#{ADA}", "FILE"), person),
        (keys.job_order(BOLT, JOBS[1]), {"title": TITLE}),
        (keys.job_order(BOLT, JOBS[2]), {"title": TITLE}),
        (keys.register("seekers", "2026-03", ADA), {"name": PERSON["full_name"], "address": WORD}),
        (keys.register("orders", "2026-03", JOBS[1]), {"title": WORD, "workplace": WORD}),
        (keys.adjustment(ACME, "adj_1"), {"reason": WORD}),
    ):
        again(table, key, [key.sk], key.sk, put=put)
    return table


@pytest.fixture
def page(browser: Browser, full: Table, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    monkeypatch.setenv(STAGE, "test")
    wire(monkeypatch, full, *WIRED)
    hanako = at_desk(full, Role.MANAGER)

    def answer(route: Route) -> None:
        asked = urlsplit(route.request.url)
        if file := FILES.get(asked.path):
            return route.fulfill(body=file.body, content_type=file.content_type)
        event = hanako.gets(asked.path, **dict(parse_qsl(asked.query)))
        said = HANDLERS[function_of("GET", asked.path)].handle(event, CONTEXT)
        kind = "text/html; charset=utf-8"
        return route.fulfill(status=said["statusCode"], body=said["body"], content_type=kind)

    page = browser.new_page(bypass_csp=True)
    page.route("**/*", answer)
    yield page
    page.close()


@pytest.mark.parametrize("name", LISTS)
def test_a_long_list_is_whole_at_every_width(page: Page, name: str) -> None:
    page.goto(f"http://relay.test{LISTS[name].path}")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 1000})
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png")
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            page.screenshot(path=Path(PICTURES) / f"{name}-{width}-end.png")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(INSIDE) == 0


@pytest.mark.parametrize("name", ["open", "rights", "complaints", "notes", "history", "messages"])
def test_everybody_turns_it_on_and_back_to_the_beginning(page: Page, name: str) -> None:
    page.goto(f"http://relay.test{LISTS[name].path}")
    assert [rule["id"] for rule in Axe().run(page).response["violations"]] == []
    page.locator("a[rel=next]").last.click()
    assert "=" in urlsplit(page.url).query
    back = page.get_by_role("link", name="最初のページ")
    expect(back).to_have_count(1)
    back.click()
    assert urlsplit(page.url)[2:4] == (LISTS[name].path, "")
