"""A milestone's credit: once, whatever the bus does."""

from datetime import UTC, datetime

import pytest

from functions.grant.flow import grant
from shared.domain.errors import Conflict
from shared.domain.ids import CompanyId
from tests.support.acts import count_many, let_in
from tests.support.builders import ACME, NOON, PROGRAMME
from tests.support.facts import milestone
from tests.support.fakes.memory import Memory
from tests.support.stores import Stores


def deliver(stores: Stores, number: int = 1, credit_id: str = "crd_1") -> bool:
    return grant(
        milestone(number), credit_id, ledgers=stores.ledgers, programme=PROGRAMME, now=NOON
    )


def test_the_tenth_earns_one_credit_for_24_months(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    count_many(stores, 10)
    assert deliver(stores)
    [lot] = memory.lots[ACME]
    assert (lot.credit_id, lot.number, lot.state) == ("crd_1", 1, "available")
    assert lot.expires_at == datetime(2028, 3, 2, 12, tzinfo=UTC)
    assert memory.events[-1].event_id == f"granted:{ACME}:1"


def test_the_counts_that_reach_it_show_with_it(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    count_many(stores, 10)
    deliver(stores)
    assert [(e.entry_id, e.amount) for e in memory.entries[ACME]] == [
        ("count:1-10", 10),
        ("grant:1", 1),
    ]


def test_delivered_again_under_another_name_it_grants_nothing(
    stores: Stores, memory: Memory
) -> None:
    let_in(stores)
    count_many(stores, 10)
    assert [deliver(stores, credit_id=f"crd_{n}") for n in range(3)] == [True, False, False]
    assert [lot.credit_id for lot in memory.lots[ACME]] == ["crd_0"]


def test_a_milestone_withdrawn_or_never_reached_earns_nothing(
    stores: Stores, memory: Memory
) -> None:
    let_in(stores)
    count_many(stores, 10)
    memory.milestones[ACME, 1] = "withdrawn"
    assert not deliver(stores, 1)
    assert not deliver(stores, 2)
    assert (memory.lots, memory.heads[ACME].granted) == ({}, 0)


def test_numbers_out_of_order_each_earn_their_own(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    count_many(stores, 30)
    assert [deliver(stores, number, f"crd_{number}") for number in (3, 1, 2)] == [True] * 3
    assert sorted(lot.number for lot in memory.lots[ACME]) == [1, 2, 3]
    head = memory.heads[ACME]
    assert (head.net, head.milestones, head.lawful) == (30, 3, True)


def test_a_ledger_that_moved_is_read_again(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    count_many(stores, 10)
    memory.conflicts = 3
    assert deliver(stores)
    assert memory.heads[ACME].granted == 1


def test_a_ledger_that_keeps_moving_has_it_delivered_again(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    count_many(stores, 10)
    memory.conflicts = 4
    with pytest.raises(Conflict):
        deliver(stores)
    assert memory.milestones[ACME, 1] == "reached"
    assert deliver(stores)


def test_one_companys_milestone_is_no_others(stores: Stores) -> None:
    let_in(stores)
    count_many(stores, 10)
    other = milestone(1, CompanyId("co_other"))
    assert not grant(other, "crd_x", ledgers=stores.ledgers, programme=PROGRAMME, now=NOON)
