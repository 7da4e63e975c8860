"""Several members at one ledger at once: a credit is reserved for one, and ends once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from shared.domain.credit import Lot
from shared.domain.errors import Answered, Conflict, NoCreditAvailable, RelayError, StateForbids
from shared.domain.job_order import JobOrder
from shared.domain.once import KEPT, Once, Reply
from shared.table.commit import Table
from shared.table.reservations import Reservations
from tests.support.builders import ACME, NOON, named
from tests.support.ordering import (
    accepted,
    close,
    credits,
    kept,
    let_in_with_credits,
    release,
    reserve,
)
from tests.support.stores import Stores, on_table

TIMES = 6


@pytest.fixture
def stores(table: Table) -> Stores:
    return on_table(table)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each brought back, or how it was refused."""

    def tried(act: Callable[[], object]) -> object:
        try:
            return act()
        except RelayError as refused:
            return type(refused)

    with ThreadPoolExecutor(len(acts)) as crowd:
        return list(crowd.map(tried, acts))


def reserving(stores: Stores, order: JobOrder) -> Callable[[], object]:
    return lambda: reserve(stores, order).number


def by_key(table: Table, key: str) -> Callable[[Lot], Reservations]:
    """As an act does it: the answer is committed with what is done."""
    once = Once(ACME, key, "request", NOON + KEPT)

    def written(lot: Lot) -> Reservations:
        return Reservations(table.along(*table.answer(once, Reply(201, lot.credit_id))))

    return written


def test_two_members_reserve_the_last_credit_and_one_has_it(stores: Stores) -> None:
    let_in_with_credits(stores, 1)
    orders = [accepted(stores, named("job", n)) for n in range(TIMES)]
    said = at_once(*(reserving(stores, order) for order in orders))
    assert said.count(1) == 1
    assert set(said) <= {1, NoCreditAvailable, Conflict}
    assert credits(stores) == (0, 1)
    assert [kept(stores, order).credit for order in orders].count(None) == TIMES - 1


def test_an_order_asked_for_many_times_at_once_takes_one_credit(stores: Stores) -> None:
    let_in_with_credits(stores, 3)
    order = accepted(stores)
    said = at_once(*(reserving(stores, order) for _ in range(TIMES)))
    assert said.count(1) == 1
    assert set(said) <= {1, StateForbids, Conflict}
    assert credits(stores) == (2, 1)


def test_one_key_many_times_at_once_is_one_reservation(stores: Stores, table: Table) -> None:
    let_in_with_credits(stores, 2)
    order, written = accepted(stores), by_key(table, "k")
    said = at_once(*(lambda: reserve(stores, order, written=written).number for _ in range(TIMES)))
    assert said.count(1) == 1
    assert set(said) <= {1, Answered, Conflict}
    with pytest.raises(Answered):
        reserve(stores, order, written=written)
    assert credits(stores) == (1, 1)


def test_reserved_against_closed_no_credit_stays_with_a_closed_order(stores: Stores) -> None:
    let_in_with_credits(stores, 1)
    for turn in range(TIMES):
        order = accepted(stores, named("job", turn))
        at_once(reserving(stores, order), lambda order=order: close(stores, order))  # type: ignore[misc]
        close(stores, order)
        assert kept(stores, order).credit is None
        assert credits(stores) == (1, 0)


def test_let_go_many_times_at_once_a_credit_comes_back_once(stores: Stores) -> None:
    let_in_with_credits(stores, 1)
    order = accepted(stores)
    reserve(stores, order)
    at_once(*(lambda: release(stores, order) for _ in range(TIMES)))
    release(stores, order)
    assert credits(stores) == (1, 0)
    assert stores.ledgers.head(ACME).released == 1
