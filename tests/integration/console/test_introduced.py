"""Whom the agency introduced, as the company was shown them."""

from dataclasses import replace

import pytest

from shared.domain.recommendation import Item
from shared.domain.seat import CompanyRole
from shared.table import file_item, keys
from shared.table.parts import Parts
from tests.integration.console.test_job_orders import table_of
from tests.support.builders import ACME
from tests.support.counting import Counted
from tests.support.recommending import ADA, Desk, a_file, an_order
from tests.support.sat import Sat, sat
from tests.support.stores import Stores

ORDER = an_order(ACME)
HERE = f"/console/job-orders/{ORDER.job_order_id}"


@pytest.fixture
def viewer(relay: Stores) -> Sat:
    """One candidate, introduced with name and summary."""
    desk = Desk(table_of(relay))
    desk.posts(ORDER)
    desk.files(a_file(let_go_by=()))
    desk.asks(company_id=ACME, items=(Item.NAME, Item.SUMMARY, Item.PHONE))
    desk.answers()
    desk.recommends(company_id=ACME)
    return sat(table_of(relay), CompanyRole.VIEWER)


def one(viewer: Sat) -> str:
    page = viewer.reads(HERE)[1]
    start = page.index(f"{HERE}/candidates/")
    return page[start : page.index('"', start)]


def test_the_order_leads_to_what_was_shown_and_to_nothing_else(
    viewer: Sat, counted: Counted
) -> None:
    path = one(viewer)
    assert "Ada" not in viewer.reads(HERE)[1]
    counted.since()
    status, page = viewer.reads(path)
    assert len(counted.since()) <= 3
    assert status == 200 and "Ada" in page and "よく聴く人です。" in page
    assert "+8190" not in page and "ada@example.org" not in page


def test_after_a_merge_it_asks_no_more(viewer: Sat, relay: Stores, counted: Counted) -> None:
    path, table, kept = one(viewer), table_of(relay), a_file("grace", let_go_by=())
    Desk(table).files(kept)
    pointer = {"merged_into": kept.candidate_id}
    table.commit(table.change(keys.candidate_file(ADA), put=pointer))
    Parts(table).move(ADA, kept.candidate_id)
    counted.since()
    status, page = viewer.reads(path)
    assert 0 < len(counted.since()) <= 3
    assert status == 200 and "Ada" in page and "よく聴く人です。" in page


def test_who_is_gone_is_gone_here(viewer: Sat, relay: Stores) -> None:
    path, file = one(viewer), a_file(let_go_by=())
    gone = file_item.to_item(replace(file, erasing_since=file.opened_at))
    table, key = table_of(relay), keys.candidate_file(file.candidate_id)
    table.commit(table.change(key, put={k: v for k, v in gone.items() if v is not None}))
    status, page = viewer.reads(path)
    assert status == 200 and "Ada" not in page and "内容は、もう見られません" in page
