"""A candidate's file and pairs of files in a browser: read by everybody, whole at each width."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from shared.domain.ids import CandidateId
from shared.domain.member import Member, Role
from shared.domain.registration import Signal
from shared.table.members import Members
from tests.browser.opening import opening
from tests.support.builders import BOLT, NOON, PEPPER
from tests.support.desk import AtDesk, Desk, at_desk, desk_over
from tests.support.files_desk import Desk as Files
from tests.support.files_desk import desk_on
from tests.support.filled import filled
from tests.support.recommending import JOB, an_order
from tests.support.recommending import Desk as Hiring
from tests.support.table import client, fresh_table

pytestmark = pytest.mark.browser
HERE = "/agency/candidates"
PAGES = (
    "list",
    "file",
    "changed",
    "wrong",
    "messages",
    "gone",
    "pairs",
    "reading",
    "orders",
    "ask",
)
PICTURES = os.environ.get("RELAY_PICTURES")
type Open = Callable[..., Page]


class Seen:
    """A desk with one full file, a pair, and every page an adviser may see of them."""

    def __init__(self, desk: Desk, files: Files) -> None:
        self.desk, self.ada = desk, at_desk(desk.table)
        phone, name = "090-1234-5678", "青空 花子"
        wishes: dict[str, Any] = {"desired_occupation": "02", "desired_location": "東京都、在宅"}
        now = datetime.now(UTC)
        other = files.filed("bob", BOLT, now - timedelta(days=9), phone=phone, **wishes)
        file = files.filed(
            "ada",
            at=now - timedelta(days=8),
            phone=phone,
            full_name=name,
            signals=(Signal.SAME_PHONE,),
            **wishes,
        )
        self.of, self.other = file.candidate_id, other.candidate_id
        person = PEPPER.person("adviser@agency.example")
        Members(desk.table).enrol(
            person, Member("道標 花子", "x@agency.example", Role.ADVISER, NOON)
        )
        self.path = f"{HERE}/{self.of}"
        self._hired(desk)
        desk.posts(
            f"/candidates/{self.of}/messages", {"text": "はじめまして。\n面談の日を決めましょう。"}
        )
        notes = "朝の電話がつながりやすい。\n支持政党は聞かない。"
        said = {**self._form(), "notes": notes, "blocked": "株式会社まえの勤め先"}
        assert self.ada.sends(self.path, **said)[0] == 303

    def _hired(self, desk: Desk) -> None:
        hiring = Hiring(desk.table, now=datetime.now(UTC) - timedelta(days=1))
        hiring.posts(an_order())
        hiring.asks(CandidateId(self.of), confirmed=True)
        hiring.answers(True, CandidateId(self.of))
        hiring.recommends()

    def _form(self) -> dict[str, str]:
        return filled(self.ada.reads(self.path)[1], self.path)

    def shown(self, name: str) -> str:
        match name:
            case "list":
                return self.ada.reads(HERE)[1]
            case "pairs":
                return self.ada.reads("/agency/duplicates")[1]
            case "orders":
                return self.ada.reads(f"{self.path}/ask")[1]
            case "ask":
                order = f"/agency/companies/{BOLT}/job-orders/{JOB}"
                return self.ada.reads(f"{order}/ask?candidate={self.other}")[1]
            case "reading":
                return self.ada.sends(f"{self.path}/reading", reading="Aozora", was="")[1]
            case "messages":
                return self.ada.reads(f"{self.path}/messages")[1]
            case "wrong":
                return self.ada.sends(self.path, **{**self._form(), "notes": "あ" * 4001})[1]
            case "changed":
                return self._changed()
            case "gone":
                path = f"{HERE}/{self.other}"
                self.ada.sends(f"{path}/erasure", sure="on", reason="asked_by_mail")
                return self.ada.reads(path)[1]
        return self.ada.reads(f"{self.path}?done=changed&seems=politics")[1]

    def _changed(self) -> str:
        first, later = self._form(), self._form()
        early = {**first, "notes": "夕方の電話がつながりやすい。", "desired_location": "札幌市"}
        assert self.ada.sends(self.path, **early)[0] == 303
        late = {**later, "notes": "昼の電話がつながりやすい。", "search": "paused"}
        status, page = self.other_adviser.sends(self.path, **late)
        assert status == 409
        return page

    @property
    def other_adviser(self) -> AtDesk:
        return at_desk(self.desk.table, Role.MANAGER)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    table = fresh_table(client())
    desk = desk_over(table, monkeypatch)
    return Seen(desk, desk_on(table, monkeypatch))


@pytest.fixture
def opened(browser: Browser) -> Open:
    def open_page(html: str, width: int, scheme: str) -> Page:
        def answer(route: Route) -> None:
            return route.fulfill(body=html, content_type="text/html; charset=utf-8")

        return opening(browser, answer, "/agency", width, scheme, height=900)

    return open_page


@pytest.mark.parametrize("name", PAGES)
def test_everybody_reads_it_and_nothing_hangs_out(opened: Open, seen: Seen, name: str) -> None:
    html = seen.shown(name)
    for width, scheme in ((390, "dark"), (768, "light"), (1280, "light"), (1920, "light")):
        page = opened(html, width, scheme)
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
        found = [rule["id"] for rule in Axe().run(page).response["violations"]]
        assert found == [], (width, found)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()


@pytest.mark.parametrize(("width", "beside"), [(768, False), (1280, True)])
def test_how_to_reach_them_stands_before_or_beside_the_long_parts(
    opened: Open, seen: Seen, width: int, *, beside: bool
) -> None:
    page = opened(seen.shown("file"), width, "light")
    contact, thread = (
        page.locator(f"section[aria-labelledby={name}]").bounding_box()
        for name in ("contact", "thread")
    )
    assert contact and thread
    if beside:
        assert abs(contact["y"] - thread["y"]) < 10 and contact["x"] > thread["x"]
    else:
        assert contact["y"] + contact["height"] <= thread["y"]
    page.close()


def test_every_act_on_a_file_is_reached_by_the_keyboard(opened: Open, seen: Seen) -> None:
    page = opened(seen.shown("file"), 1280, "light")
    names = page.evaluate(
        """() => [...document.querySelectorAll('main :is(a, button, input, select, textarea)')]
          .filter(one => one.type !== 'hidden' && one.tabIndex < 0).map(one => one.outerHTML)"""
    )
    assert names == []
    page.close()
