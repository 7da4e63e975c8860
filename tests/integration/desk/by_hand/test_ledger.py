"""A company's ledger as the agency reads it: in words, page by page, the newest first."""

import re

import pytest

from functions.agency.by_hand import ledger
from tests.integration.desk.test_adjustments import earned
from tests.support.acts import let_in
from tests.support.builders import ACME
from tests.support.desk import Desk, at_desk

HERE = f"/agency/companies/{ACME}/ledger"


def test_what_happened_is_said_in_words(desk: Desk) -> None:
    earned(desk)
    page = at_desk(desk.table).reads(HERE)[1]
    assert page.index("1回目の節目で") < page.index("登録10人がカウントされました")
    assert f'href="/agency/companies/{ACME}/counted"' in page


def test_it_goes_on_where_a_page_ended_and_loses_no_line(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    earned(desk, 3)
    monkeypatch.setattr(ledger, "PAGE", 4)
    ada, path, found = at_desk(desk.table), HERE, list[str]()
    while path:
        page = ada.reads(path)[1]
        found += re.findall(r'data-as="番号">(\d+)<', page)
        following = re.search(r'href="([^"]+ledger\?cursor=[^"]+)"', page)
        path = following[1] if following else ""
    assert found == ["6", "5", "4", "3", "2", "1"]


def test_one_without_entries_says_what_will_be_there(desk: Desk) -> None:
    let_in(desk.stores)
    assert "記録は、まだありません" in at_desk(desk.table).reads(HERE)[1]
    assert at_desk(desk.table).reads("/agency/companies/co_x/ledger")[0] == 404
    assert at_desk(desk.table).reads(f"{HERE}?cursor=e30=")[0] == 422
