"""A job order's last day, in Tokyo: what may begin until then, and what the clock does after."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest

from functions.expire.endings_flow import end
from shared.domain.errors import StateForbids
from shared.domain.job_order import OVER, JobOrder, JobOrderState
from shared.domain.recommendation import Side, Stage
from shared.domain.rules import FIRST
from shared.table.commit import Table
from shared.table.endings import Endings
from shared.table.job_orders import JobOrders
from tests.support.builders import BOLT, JOBS, NOON, TODAY
from tests.support.ordering import (
    accept,
    accepted,
    credits,
    kept,
    let_in_with_credits,
    post,
    reserve,
)
from tests.support.recommending import JOB, Desk, a_file, an_order
from tests.support.stores import Stores, on_table

LAST = TODAY + timedelta(days=30)
MIDNIGHT = datetime(LAST.year, LAST.month, LAST.day, 15, tzinfo=UTC)
"""In Tokyo: the last day ends."""
SECOND = timedelta(seconds=1)
CLOSED, ACCEPTED = JobOrderState.CLOSED, JobOrderState.ACCEPTED


def runs(table: Table, now: datetime) -> dict[str, int]:
    return +end(endings=Endings(table), orders=JobOrders(table), rules=FIRST, now=now)


def with_credit(stores: Stores) -> JobOrder:
    let_in_with_credits(stores, 1)
    return accepted(stores, closes_on=LAST)


def test_a_credit_is_reserved_until_the_last_day_is_over_in_tokyo(stores: Stores) -> None:
    order = with_credit(stores)
    with pytest.raises(StateForbids) as refused:
        reserve(stores, order, now=MIDNIGHT)
    assert refused.value.extra() == {"state": OVER}
    reserve(stores, order, now=MIDNIGHT - SECOND)


def test_nobody_takes_an_order_on_after_its_last_day(stores: Stores) -> None:
    let_in_with_credits(stores, 1)
    order = post(stores, closes_on=LAST)
    with pytest.raises(StateForbids):
        accept(stores, order, MIDNIGHT)
    assert accept(stores, order, MIDNIGHT - SECOND).state is ACCEPTED


def test_nobody_new_is_asked_or_recommended_after_it(table: Table) -> None:
    day, night = Desk(table), Desk(table, now=MIDNIGHT)
    let_in_with_credits(on_table(table), 1, BOLT)
    day.posts(an_order(closes_on=LAST))
    day.files(a_file())
    with pytest.raises(StateForbids):
        night.asks()
    day.asks()
    with pytest.raises(StateForbids):
        night.answers(True)
    day.answers(True)
    with pytest.raises(StateForbids) as refused:
        night.recommends()
    assert refused.value.extra() == {"state": OVER}


def test_the_clock_closes_it_and_lets_its_credit_go_once(table: Table) -> None:
    stores = on_table(table)
    order = with_credit(stores)
    reserve(stores, order)
    assert runs(table, MIDNIGHT - SECOND) == {}
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: runs(table, MIDNIGHT + SECOND), range(4)))
    assert (kept(stores, order).state, credits(stores)) == (CLOSED, (1, 0))
    assert runs(table, MIDNIGHT + timedelta(hours=1)) == {}
    said = stores.said()
    assert said.count(f"job_closed:{order.job_order_id}") == 1
    assert sum(name.startswith("released:") for name in said) == 1


def test_one_the_agency_never_looked_at_ends_too(table: Table) -> None:
    stores = on_table(table)
    let_in_with_credits(stores, 1)
    over, other = post(stores, closes_on=LAST), post(stores, JOBS[2])
    assert runs(table, MIDNIGHT + SECOND) == {"closed": 1}
    states = kept(stores, over).state, kept(stores, other).state
    assert states == (CLOSED, JobOrderState.POSTED)


def test_an_order_without_a_last_day_stays(table: Table) -> None:
    stores = on_table(table)
    let_in_with_credits(stores, 1)
    order = accepted(stores)
    assert runs(table, datetime(2199, 1, 1, tzinfo=UTC)) == {}
    assert kept(stores, order).state is ACCEPTED
    assert reserve(stores, order, now=NOON + timedelta(days=300)).turn == 1


def test_whom_the_company_was_shown_may_still_join_and_their_order_waits(table: Table) -> None:
    desk = Desk(table)
    let_in_with_credits(on_table(table), 1, BOLT)
    desk.posts(an_order(closes_on=date(2026, 3, 4)))
    desk.reserves()
    desk.recommended()
    desk.moves(Stage.OFFERED)
    late = NOON + timedelta(days=5)
    assert runs(table, late) == {"waiting": 1}
    assert desk.joins().credit is not None
    assert JobOrders(table).find(BOLT, JOB).state is JobOrderState.FILLED
    assert runs(table, late) == {}


def test_an_order_waits_no_longer_than_anybody_is_on_the_way(table: Table) -> None:
    desk = Desk(table)
    let_in_with_credits(on_table(table), 1, BOLT)
    desk.posts(an_order(closes_on=LAST))
    desk.recommended()
    desk.moves(Stage.DECLINED, by=Side.COMPANY)
    assert runs(table, MIDNIGHT + SECOND) == {"closed": 1}
