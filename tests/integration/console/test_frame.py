"""What stands around every page of the console, and what its first page shows at a glance."""

import re
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from functions.console.room import OWNERS, ROOM
from shared.domain.figures import ALL
from shared.domain.seat import CompanyRole
from shared.domain.tokyo import day
from shared.table import keys
from shared.table.commit import Table
from tests.support.builders import ACME
from tests.support.console import Console
from tests.support.counting import Counted


def body(console: Console, path: str = "/console") -> str:
    return str(console.get(path)["body"])


def side(page: str) -> str:
    """The navigation beside the page; the one before it unfolds on a phone."""
    return page.split('<div class="room">')[1].split("</nav>")[0]


def test_the_navigation_stands_in_groups_and_says_where_one_is(owner: Console) -> None:
    found = side(body(owner, "/console/links"))
    headings = re.findall(r"<p>(.+)</p>", found)
    assert headings == ["集める", "使う", "記録", "会社"]
    assert re.findall(r'href="([^"]+)" aria-current="page"', found) == ["/console/links"]


def test_no_group_is_empty_and_no_page_is_listed_twice() -> None:
    paths = [path for path, _ in ROOM.rooms]
    listed = [path for path in paths if path]
    assert len(listed) == len(set(listed))
    assert paths[0] and paths[-1]
    assert all(before or after for before, after in pairwise(paths))


@pytest.mark.parametrize("role", [CompanyRole.RECRUITER, CompanyRole.VIEWER])
def test_what_is_an_owners_is_not_shown_to_others(
    owner: Console, table: Table, role: CompanyRole
) -> None:
    found = side(body(Console(table, role, name=role)))
    shown = {path for path in OWNERS if f'href="{path}"' in side(body(owner))}
    assert shown == OWNERS and not any(path in found for path in OWNERS)


def test_the_other_language_is_a_form_and_no_address(owner: Console) -> None:
    page = body(owner)
    assert 'action="/account/locale"' in page and 'name="locale" value="en"' in page
    assert "?lang=en" not in page


@pytest.mark.parametrize(("people", "shown"), [({"submitted": 6, "counted": 3}, ["6", "0", "3"])])
def test_the_last_thirty_days_stand_in_a_row(
    owner: Console, table: Table, people: dict[str, int], shown: list[str]
) -> None:
    today = day(datetime.now(UTC))
    cells = {f"{name}_{today:%d}": many for name, many in people.items()}
    table.commit(table.more(keys.figures(ACME, ALL, f"{today:%Y-%m}"), cells))
    row = body(owner).split('<ol class="funnel">')[1].split("</ol>")[0]
    assert re.findall(r'class="n">(\d+)<', row) == shown


def test_the_first_page_is_three_requests(owner: Console, counted: Counted) -> None:
    counted.since()
    body(owner)
    assert len(counted.since()) <= 3


def test_an_industry_and_a_size_are_said_in_words(owner: Console, table: Table) -> None:
    known = {"industry": "E", "size_band": "300-999"}
    table.commit(table.change(keys.company(ACME), put=known))
    page = body(owner, "/console/profile")
    assert "製造業" in page and "300〜999人" in page
    table.commit(table.change(keys.company(ACME), put={"industry": "宇宙開発"}))
    assert "宇宙開発" in body(owner, "/console/profile")
