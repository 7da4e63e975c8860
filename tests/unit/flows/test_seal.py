"""What a company sees moves in steps of three, and the same however often it is told."""

import pytest

from shared.domain.errors import Conflict
from tests.support.acts import count_many, grant_all, let_in, seal_all
from tests.support.builders import ACME
from tests.support.fakes.memory import Memory
from tests.support.stores import Stores


def amounts(memory: Memory) -> list[tuple[str, int]]:
    return [(entry.kind, entry.amount) for entry in memory.entries.get(ACME, [])]


@pytest.mark.parametrize(
    ("people", "shown"), [(0, 0), (2, 0), (3, 3), (5, 3), (6, 6), (9, 9), (12, 9)]
)
def test_nothing_under_three_new_shows(
    stores: Stores, memory: Memory, people: int, shown: int
) -> None:
    let_in(stores)
    count_many(stores, people)
    seal_all(stores)
    assert memory.heads[ACME].counted == shown


def test_told_twice_it_appends_once(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    count_many(stores, 4)
    assert [seal_all(stores), seal_all(stores)] == [1, 0]
    assert amounts(memory) == [("count", 3)]


def test_the_tenth_shows_with_its_credit_and_not_before(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    count_many(stores, 15)
    seal_all(stores)
    assert amounts(memory) == [("count", 9)]
    grant_all(stores, 1)
    seal_all(stores)
    assert amounts(memory) == [("count", 9), ("count", 1), ("grant", 1), ("count", 3)]


def test_contended_it_reads_again(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    count_many(stores, 3)
    memory.conflicts = 3
    assert seal_all(stores) == 1


def test_contended_for_long_it_is_delivered_again(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    count_many(stores, 3)
    memory.conflicts = 4
    with pytest.raises(Conflict):
        seal_all(stores)
    assert amounts(memory) == []
    assert seal_all(stores) == 1
