"""A company's links at the agency: open or not, last opened, and exact figures."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from functions.agency.by_hand import links
from shared.domain.link import LinkState
from shared.domain.tokyo import day
from shared.pages.when import day as said
from shared.table.clicks import Clicks
from tests.support.acts import let_in
from tests.support.builders import ACME, a_doorway, a_link
from tests.support.desk import Desk, at_desk
from tests.support.tabulating import LINK, OTHER, Office, life

HERE = f"/agency/companies/{ACME}/links"


def rows(page: str) -> list[list[str]]:
    found = re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", page, re.DOTALL)
    return [re.findall(r">([^<>\n]+)<", f">{row}") for row in found]


def test_what_is_said_of_a_link_is_exact_and_its_own(desk: Desk) -> None:
    office, now = Office(desk.table), datetime.now(UTC)
    for name in ("ada", "bob", "eve"):
        office.tells(*life(office.comes(name))[: -1 if name != "eve" else None])
    link = desk.stores.links.find(ACME, OTHER)
    desk.stores.links.change(link, replace(link, state=LinkState.CLOSED))
    for at in (now, now - timedelta(days=1)):
        Clicks(desk.table).count(ACME, LINK, "human", at)
    Clicks(desk.table).count(ACME, OTHER, "suspected_bot", now)
    first, second = rows(at_desk(desk.table).reads(HERE)[1])
    assert first[2:] == ["使用中", said(day(now), "ja"), "2026年3月2日", "3", "2"]
    assert second[2:] == ["閉じています", "開かれていません", "–", "0", "0"]


def test_they_come_in_pages_that_lose_none(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    let_in(desk.stores)
    for n in range(5):
        desk.stores.links.add(a_link(f"link{n}"), a_doorway(f"link{n}"))
    monkeypatch.setattr(links, "PAGE", 2)
    ada, path, found = at_desk(desk.table), HERE, 0
    while path:
        page = ada.reads(path)[1]
        found += len(rows(page))
        following = re.search(r'href="([^"]+cursor=[^"]+)"', page)
        path = following[1] if following else ""
    assert found == 5


def test_a_company_without_links_says_so(desk: Desk) -> None:
    let_in(desk.stores)
    assert "リンクは、まだありません" in at_desk(desk.table).reads(HERE)[1]
    assert at_desk(desk.table).reads("/agency/companies/co_x/links")[0] == 404
