"""The first page: how far to the next credit, which credits there are, what to do now."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared.domain.company import CompanyState
from shared.domain.credit import Lot, LotState
from shared.domain.ledger import Head
from shared.domain.link import Link
from shared.table import head_item, keys, lot_item
from shared.table.commit import Table
from tests.support.builders import ACME, TODAY
from tests.support.console import Console

type Stand = Callable[..., None]


@pytest.fixture
def stands(table: Table) -> Stand:
    def at(**totals: Any) -> None:
        head = replace(Head(ACME, sealed_on=TODAY), **totals)
        table.commit(table.new(keys.head(ACME), head_item.to_item(head)))

    return at


def body(console: Console, **query: str) -> str:
    return str(console.get("/console", **query)["body"])


def test_the_strokes_say_what_the_figures_say(owner: Console, stands: Stand) -> None:
    stands(counted=27, granted=2)
    page = body(owner)
    assert "7<small> / 10</small>" in page
    assert page.count('class="inked"') == 7
    assert 'aria-label="10本の線のうち、7本が引かれています"' in page
    assert "あと3人で" in page


def test_what_was_taken_back_is_made_up_for_first(owner: Console, stands: Stand) -> None:
    stands(counted=20, uncounted=2, granted=2, deficit=2)
    assert "あと12人です" in body(owner)
    assert "あと12人で、" not in body(owner)


def test_the_first_credit_is_promised_once(owner: Console, stands: Stand) -> None:
    assert "1件目が付与されます" in body(owner)
    stands(counted=24, granted=2, reserved=2, consumed=2)
    page = body(owner)
    assert "1件目" not in page
    assert "いま使える枠はありません。あと6人で次の1件が付与されます。" in page
    assert "None can be used now. 6 more people" in body(owner, lang="en")


def test_a_credit_is_a_baton_with_its_last_day(owner: Console, table: Table, stands: Stand) -> None:
    stands(counted=10, granted=1)
    until = datetime(2099, 3, 31, 9, tzinfo=UTC)
    lot = Lot("crd_1", ACME, 1, LotState.AVAILABLE, until - timedelta(days=700), until)
    table.commit(table.new(*lot_item.available(lot)))
    assert "2099年3月30日" in body(owner)
    assert "30 March 2099" in body(owner, lang="en")


def test_who_left_reads_until_when_credits_are_good(owner: Console, table: Table) -> None:
    left = {"state": CompanyState.LEFT, "usable_until": "2099-01-02T00:00:00.000+00:00"}
    table.commit(table.change(keys.company(ACME), put=left))
    page = body(owner)
    assert "2099年1月1日まで" in page
    assert "リンクをつくる" not in page


def test_who_has_no_link_is_led_to_one(owner: Console) -> None:
    assert 'href="/console/links/new"' in body(owner)


def test_who_has_a_link_is_told_to_paste_it(owner: Console, link: Link) -> None:
    assert f'href="/console/sentences?link={link.link_id}"' in body(owner)


@pytest.mark.parametrize(
    ("state", "said"),
    [("pending_review", "お申し込みを確認しています"), ("refused", "お受けできませんでした")],
)
def test_who_does_not_take_part_yet_reads_what_happens_next(
    owner: Console, table: Table, state: str, said: str
) -> None:
    table.commit(table.change(keys.company(ACME), put={"state": CompanyState(state)}))
    page = body(owner)
    assert said in page
    assert 'class="ten"' not in page
