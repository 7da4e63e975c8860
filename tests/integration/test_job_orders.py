"""A company's job orders, and the agency's word on them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from shared.company import job_orders as flow
from shared.domain.errors import (
    CompanyNotActive,
    Conflict,
    JobOrderNotFound,
    StateForbids,
)
from shared.domain.fee import fee
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrder, JobOrderState, Refusal, filled
from shared.domain.redemption import Standing
from shared.domain.rules import FIRST
from shared.table import keys
from shared.table.codec import stamp
from shared.table.commit import Table
from shared.table.credits import Credits
from shared.table.job_orders import JobOrders
from tests.support.acts import SAID, let_in
from tests.support.builders import ACME, BOLT, JOBS, NOON, a_company, a_job_order
from tests.support.ordering import (
    accept,
    accepted,
    close,
    kept,
    let_in_with_credits,
    post,
    refuse,
    reserve,
)
from tests.support.stores import Stores, on_table

LATER = NOON + timedelta(hours=1)
DAY = timedelta(days=1)
POSTED, ACCEPTED = JobOrderState.POSTED, JobOrderState.ACCEPTED


def waiting(stores: Stores) -> list[str]:
    return [order.job_order_id for order in stores.job_orders.posted(limit=9, after=None)[0]]


def change(stores: Stores, order: JobOrder, **said: Any) -> JobOrder:
    name = order.company_id, order.job_order_id
    orders = stores.job_orders
    changed = partial(replace, **said)
    return flow.change(*name, changed, orders=orders, written=lambda *_: orders)


def test_an_order_comes_back_as_it_was_posted_and_waits_for_the_agency(stores: Stores) -> None:
    let_in(stores)
    order = post(stores, income_jpy=8_000_000, openings=3, closes_on=date(2026, 6, 30))
    assert kept(stores, order) == order
    assert waiting(stores) == [JOBS[1]]
    assert f"job_posted:{order.job_order_id}" in stores.said()


def test_an_accepted_order_comes_back_whole_with_its_credit(stores: Stores) -> None:
    let_in_with_credits(stores, 1)
    order = accepted(stores)
    lot = reserve(stores, order)
    found = kept(stores, order)
    assert (found.state, found.accepted_at, found.credit) == (ACCEPTED, NOON, lot)
    assert found.conditions == order.conditions
    assert waiting(stores) == []


def test_a_company_not_approved_yet_posts_nothing(stores: Stores) -> None:
    stores.companies.ask(a_company(), "visitor", None, SAID)
    with pytest.raises(CompanyNotActive):
        post(stores)
    with pytest.raises(JobOrderNotFound):
        kept(stores, a_job_order())


@pytest.mark.parametrize(("credits", "days"), [(1, 0), (0, 90)])
def test_a_company_that_left_posts_nothing_without_a_credit_and_time(
    credits: int, days: int, table: Table
) -> None:
    stores = on_table(table)
    let_in_with_credits(stores, credits)
    left(table, days)
    with pytest.raises(StateForbids) as refused:
        post(stores)
    assert refused.value.state == "left"
    with pytest.raises(JobOrderNotFound):
        kept(stores, a_job_order())


def test_a_company_that_left_posts_what_its_credit_pays_for_until_that_is_reserved(
    table: Table,
) -> None:
    stores = on_table(table)
    let_in_with_credits(stores, 1)
    left(table, days=90)
    reserve(stores, accepted(stores))
    with pytest.raises(StateForbids):
        post(stores, JOBS[2])


def test_a_credit_that_is_over_and_not_yet_expired_pays_for_nothing(table: Table) -> None:
    stores = on_table(table)
    let_in_with_credits(stores, 1)
    [lot] = stores.credits.standing(ACME).available
    put = {"state": "left", "usable_until": stamp(lot.expires_at + DAY)}
    table.commit(table.change(keys.company(ACME), put=put))
    assert stores.ledgers.head(ACME).available == 1
    with pytest.raises(StateForbids):
        post(stores, posted_at=lot.expires_at)
    post(stores, posted_at=lot.expires_at - DAY)


def test_a_credit_that_goes_while_its_order_is_posted_pays_for_nothing(table: Table) -> None:
    stores = on_table(table)
    let_in_with_credits(stores, 1)
    first = accepted(stores)
    left(table, days=90)
    rival = replace(stores, credits=Rivalled(table, lambda: reserve(stores, first)))
    with pytest.raises(StateForbids):
        post(rival, JOBS[2])
    with pytest.raises(JobOrderNotFound):
        kept(stores, a_job_order(JOBS[2]))


@dataclass(frozen=True, slots=True)
class Rivalled(Credits):
    """Somebody else's act comes between the read and the commit."""

    act: Callable[[], object]

    def standing(self, company_id: CompanyId) -> Standing:
        read = Credits(self.table).standing(company_id)
        if read.available:
            self.act()
        return read


def left(table: Table, days: int) -> None:
    put = {"state": "left", "usable_until": stamp(NOON + timedelta(days=days))}
    table.commit(table.change(keys.company(ACME), put=put))


def test_another_companys_order_is_not_found(stores: Stores) -> None:
    let_in(stores)
    let_in(stores, BOLT)
    order = replace(post(stores), company_id=BOLT)
    for act in (kept, accept, close):
        with pytest.raises(JobOrderNotFound):
            act(stores, order)


@pytest.mark.parametrize("name", ["job_x" * 300, "", "HEAD", "x#y"])
def test_a_name_we_never_gave_is_nobodys_order(stores: Stores, name: str) -> None:
    let_in_with_credits(stores, 1)
    order = a_job_order(name)
    for act in (kept, accept, close, reserve):
        with pytest.raises(JobOrderNotFound):
            act(stores, order)
    with pytest.raises(JobOrderNotFound):
        stores.job_orders.find(ACME, JobOrderId(name))


def test_pages_hold_one_companys_orders_and_lose_none(stores: Stores) -> None:
    let_in(stores)
    let_in(stores, BOLT)
    for name in ("job_c", "job_a", "job_b"):
        post(stores, name)
    post(stores, "job_z", company_id=BOLT)
    first, cursor = stores.job_orders.page(ACME, limit=2, after=None)
    rest, end = stores.job_orders.page(ACME, limit=2, after=cursor)
    assert [order.job_order_id for order in [*first, *rest]] == ["job_a", "job_b", "job_c"]
    assert end is None


def test_the_agencys_inbox_holds_everybodys_oldest_first_in_pages(stores: Stores) -> None:
    let_in(stores)
    let_in(stores, BOLT)
    post(stores, JOBS[1], posted_at=LATER)
    post(stores, JOBS[2], company_id=BOLT)
    post(stores, JOBS[3], posted_at=LATER + timedelta(hours=1))
    first, cursor = stores.job_orders.posted(limit=2, after=None)
    rest, _ = stores.job_orders.posted(limit=2, after=cursor)
    assert [order.job_order_id for order in [*first, *rest]] == [
        JOBS[2],
        JOBS[1],
        JOBS[3],
    ]


def test_accepting_twice_is_accepting_once(stores: Stores) -> None:
    let_in(stores)
    order = post(stores)
    first, second = accept(stores, order), accept(stores, order, LATER)
    assert first.accepted_at == second.accepted_at == NOON
    assert stores.said().count(f"job_accepted:{JOBS[1]}") == 1


def test_a_refused_order_keeps_its_reason_and_takes_no_other(stores: Stores) -> None:
    let_in(stores)
    order = post(stores)
    said = Refusal.CONDITIONS_NOT_STATED
    assert refuse(stores, order, said).refused_at == refuse(stores, order, said).refused_at
    found = kept(stores, order)
    assert (found.state, found.refusal, found.refusal_text) == ("refused", said, "理由")
    assert waiting(stores) == []
    with pytest.raises(StateForbids):
        refuse(stores, order, Refusal.ORGANISED_CRIME)
    with pytest.raises(StateForbids):
        accept(stores, order)


def test_a_posted_order_changes_and_an_accepted_one_does_not(stores: Stores) -> None:
    let_in(stores)
    order = post(stores)
    change(stores, order, title="データ基盤", fee=fee(9_000_000, FIRST))
    assert (kept(stores, order).title, kept(stores, order).income_jpy) == ("データ基盤", 9_000_000)
    accept(stores, order)
    with pytest.raises(StateForbids) as refused:
        change(stores, order, title="x")
    assert refused.value.state == "accepted"


def test_a_change_decided_on_an_older_order_is_a_conflict(stores: Stores) -> None:
    let_in(stores)
    order = post(stores)
    change(stores, order, title="データ基盤")
    with pytest.raises(Conflict):
        stores.job_orders.change(order, order.accepted(NOON))
    assert kept(stores, order).state is POSTED


def test_closing_twice_is_closing_once_and_a_refused_one_stays_refused(stores: Stores) -> None:
    let_in(stores)
    order, other = post(stores), post(stores, JOBS[2])
    assert close(stores, order).closed_at == close(stores, order, LATER).closed_at == NOON
    assert waiting(stores) == [JOBS[2]]
    assert stores.said().count(f"job_closed:{JOBS[1]}") == 1
    refuse(stores, other, Refusal.UNLAWFUL_CONTENT)
    with pytest.raises(StateForbids):
        close(stores, other)


def test_a_hire_is_written_with_what_consumes_its_credit(table: Table) -> None:
    stores, orders = on_table(table), JobOrders(table)
    let_in_with_credits(stores, 1)
    order = accepted(stores)
    reserve(stores, order)
    before = kept(stores, order)
    table.commit(*orders.filled(before, LATER))
    assert kept(stores, order) == replace(filled(before, LATER), revision=before.revision + 1)
    with pytest.raises(Conflict):
        table.commit(*orders.filled(before, LATER))


def test_what_rests_on_an_accepted_order_does_not_outlive_it(table: Table) -> None:
    stores, orders = on_table(table), JobOrders(table)
    let_in(stores)
    order = accepted(stores)
    fact = table.new(keys.sent("x"), {"state": "sent"})
    table.commit(orders.still_accepted(order), fact)
    close(stores, order)
    with pytest.raises(Conflict):
        table.commit(orders.still_accepted(order))
