"""A credit for a job order: reserved, let go, and nothing done by halves."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shared.domain.company import CompanyState
from shared.domain.errors import (
    CompanyNotActive,
    FeeDifferenceNotAccepted,
    JobOrderNotFound,
    NoCreditAvailable,
    StateForbids,
)
from shared.domain.job_order import HOLDS_CREDIT, JobOrder, Refusal, filled
from shared.table import keys
from shared.table.codec import stamp
from shared.table.commit import Table
from tests.support.acts import let_in
from tests.support.builders import ACME, BOLT, JOBS, NOON, a_job_order
from tests.support.fakes.memory import Memory
from tests.support.ordering import (
    accepted,
    close,
    credits,
    kept,
    let_in_with_credits,
    post,
    refuse,
    release,
    reserve,
)
from tests.support.stores import Stores, in_memory, on_table
from tests.support.table import fresh_table

OVER = NOON + timedelta(days=900)


def test_the_credit_that_expires_soonest_is_reserved_for_the_order(stores: Stores) -> None:
    let_in_with_credits(stores, 2)
    order = accepted(stores)
    lot = reserve(stores, order)
    assert (lot.number, lot.turn, lot.job_order_id) == (1, 1, JOBS[1])
    assert kept(stores, order).credit == lot
    assert credits(stores) == (1, 1)
    assert f"reserved:{ACME}:1:1" in stores.said()
    assert (
        stores.ledgers.entries(ACME, limit=9, after=None)[0][-1].entry_id
        == f"reserve:1:1:{JOBS[1]}"
    )


def test_let_go_it_is_available_again_and_its_next_turn_is_another(stores: Stores) -> None:
    let_in_with_credits(stores, 1)
    order = accepted(stores)
    reserve(stores, order)
    release(stores, order)
    assert (kept(stores, order).credit, credits(stores)) == (None, (1, 0))
    assert reserve(stores, order).turn == 2
    assert credits(stores) == (0, 1)
    posted = [entry.entry_id for entry in stores.ledgers.entries(ACME, limit=9, after=None)[0]]
    assert posted[-3:] == [
        f"reserve:1:1:{JOBS[1]}",
        "release:1:1",
        f"reserve:1:2:{JOBS[1]}",
    ]


def test_letting_go_twice_is_letting_go_once(stores: Stores) -> None:
    let_in_with_credits(stores, 1)
    order = accepted(stores)
    reserve(stores, order)
    release(stores, order)
    release(stores, order)
    assert credits(stores) == (1, 0)
    assert stores.said().count(f"released:{ACME}:1:1") == 1


def test_closing_an_order_lets_its_credit_go_with_it(stores: Stores) -> None:
    let_in_with_credits(stores, 1)
    order = accepted(stores)
    reserve(stores, order)
    close(stores, order)
    assert (kept(stores, order).state, kept(stores, order).credit) == ("closed", None)
    assert credits(stores) == (1, 0)
    assert {f"released:{ACME}:1:1", f"job_closed:{JOBS[1]}"} <= set(stores.said())


def test_without_a_credit_nothing_is_reserved(stores: Stores) -> None:
    let_in_with_credits(stores, 1)
    reserve(stores, accepted(stores))
    other = accepted(stores, JOBS[2])
    with pytest.raises(NoCreditAvailable):
        reserve(stores, other)
    assert (kept(stores, other).credit, credits(stores)) == (None, (0, 1))


def test_a_credit_past_its_time_is_not_reserved(stores: Stores) -> None:
    let_in_with_credits(stores, 1)
    with pytest.raises(NoCreditAvailable):
        reserve(stores, accepted(stores), now=OVER)
    assert credits(stores) == (1, 0)


def test_a_reserved_credit_outlives_its_time_until_it_is_let_go(stores: Stores) -> None:
    let_in_with_credits(stores, 1)
    order = accepted(stores)
    reserve(stores, order)
    release(stores, order, OVER)
    assert credits(stores) == (1, 0)
    with pytest.raises(NoCreditAvailable):
        reserve(stores, order, now=OVER)


@pytest.mark.parametrize("spent", [0, 1])
@pytest.mark.parametrize("state", ["posted", "refused", "closed", HOLDS_CREDIT])
def test_an_order_that_takes_no_credit_says_its_state_whatever_is_left(
    stores: Stores, state: str, spent: int
) -> None:
    let_in_with_credits(stores, 1 + (state == HOLDS_CREDIT))
    order = post(stores) if state in {"posted", "refused"} else accepted(stores)
    if state == "refused":
        refuse(stores, order, Refusal.UNLAWFUL_CONTENT)
    if state == "closed":
        close(stores, order)
    if state == HOLDS_CREDIT:
        reserve(stores, order)
    if spent:
        reserve(stores, accepted(stores, JOBS[2]))
    before = credits(stores)
    with pytest.raises(StateForbids) as refused:
        reserve(stores, order)
    assert (refused.value.state, credits(stores)) == (state, before)


@pytest.mark.parametrize("spent", [0, 1])
def test_another_companys_order_is_not_found_whatever_is_left(stores: Stores, spent: int) -> None:
    let_in_with_credits(stores, 1)
    let_in(stores, BOLT)
    others = accepted(stores, JOBS[9], company_id=BOLT)
    if spent:
        reserve(stores, accepted(stores))
    before = credits(stores)
    with pytest.raises(JobOrderNotFound):
        reserve(stores, others, company_id=ACME)
    with pytest.raises(JobOrderNotFound):
        release(stores, replace(others, company_id=ACME))
    assert credits(stores) == before


def test_the_difference_is_told_and_accepted_to_the_yen(stores: Stores) -> None:
    let_in_with_credits(stores, 1)
    order = accepted(stores, income_jpy=8_000_000)
    for accepting in (0, 699_999, 700_001):
        with pytest.raises(FeeDifferenceNotAccepted) as refused:
            reserve(stores, order, difference_jpy=accepting)
        assert refused.value.difference_jpy == 700_000
    assert credits(stores) == (1, 0)
    reserve(stores, order, difference_jpy=700_000)
    assert credits(stores) == (0, 1)


def test_what_was_spent_is_not_let_go(table: Table) -> None:
    stores = on_table(table)
    let_in(stores)
    order = accepted(stores)
    table.commit(*stores.job_orders.filled(kept(stores, order), NOON))  # type: ignore[union-attr]
    with pytest.raises(StateForbids) as refused:
        release(stores, order)
    assert refused.value.state == "filled"


def of_state(state: CompanyState, days: int, where: Table | Memory) -> Stores:
    """One credit, an accepted order, and then the company is in this state."""
    stores = in_memory(where) if isinstance(where, Memory) else on_table(where)
    let_in_with_credits(stores, 1)
    accepted(stores)
    until = NOON + timedelta(days=days)
    if isinstance(where, Memory):
        company = where.companies[ACME]
        where.companies[ACME] = replace(company, state=state, usable_until=until)
    else:
        put = {"state": state, "usable_until": stamp(until)}
        where.commit(where.change(keys.company(ACME), put=put))
    return stores


@pytest.mark.parametrize("where", ["memory", "table"])
def test_a_suspended_company_spends_nothing_and_one_that_left_only_in_its_time(
    where: str, request: pytest.FixtureRequest
) -> None:
    def kept_in() -> Table | Memory:
        asking = request.getfixturevalue("dynamodb")
        return Memory() if where == "memory" else fresh_table(asking)

    for state, days, why in (
        (CompanyState.SUSPENDED, 90, CompanyNotActive),
        (CompanyState.LEFT, 0, StateForbids),
    ):
        stores = of_state(state, days, kept_in())
        with pytest.raises(why):
            reserve(stores, a_job_order())
        assert credits(stores) == (1, 0)
    stores = of_state(CompanyState.LEFT, 90, kept_in())
    reserve(stores, a_job_order())
    assert credits(stores) == (0, 1)


def test_an_order_for_two_takes_a_credit_for_each(table: Table) -> None:
    stores = on_table(table)
    let_in_with_credits(stores, 2)
    order = accepted(stores, openings=2)
    reserve(stores, order)
    hired: JobOrder = kept(stores, order)
    table.commit(*stores.job_orders.filled(hired, NOON))  # type: ignore[union-attr]
    assert filled(hired, NOON).state == kept(stores, order).state == "accepted"
    assert reserve(stores, order).number == 2
