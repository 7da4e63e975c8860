"""Totals that only grow, the entries they are made of, and the chain between them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shared.domain import ledger
from shared.domain.entry import GENESIS
from shared.domain.ledger import Head
from shared.domain.rules import FIRST
from tests.support.builders import ACME, TODAY

EMPTY = Head(ACME)


def at_credit(number: int) -> Head:
    head = EMPTY
    for n in range(1, number + 1):
        head = ledger.grant(head, n, on=TODAY, rules=FIRST).after
    return head


@pytest.mark.parametrize(("counted", "shown"), [(3, 3), (5, 3), (8, 6), (9, 9), (31, 9)])
def test_a_seal_moves_in_steps_of_three_up_to_the_next_credit(counted: int, shown: int) -> None:
    posting = ledger.seal(EMPTY, counted, on=TODAY, rules=FIRST)
    assert posting is not None
    assert (posting.after.net, posting.after.granted) == (shown, 0)


@pytest.mark.parametrize("counted", [0, 1, 2])
def test_under_three_new_nothing_is_sealed(counted: int) -> None:
    assert ledger.seal(EMPTY, counted, on=TODAY, rules=FIRST) is None
    assert ledger.seal(at_credit(1), 10 + counted, on=TODAY, rules=FIRST) is None


def test_a_grant_brings_the_counts_it_stands_on() -> None:
    head = at_credit(2)
    assert (head.net, head.milestones, head.toward_next, head.available) == (20, 2, 0, 2)


def test_entries_chain_from_genesis_and_their_hash_covers_everything() -> None:
    posting = ledger.grant(EMPTY, 1, on=TODAY, rules=FIRST)
    first, second = posting.entries
    assert (first.prev_hash, second.prev_hash) == (GENESIS, first.hash)
    assert (posting.after.hash, posting.after.seq) == (second.hash, 2)
    changed = [
        replace(second, amount=2),
        replace(second, recorded_on=TODAY + timedelta(days=1)),
        replace(second, prev_hash=GENESIS),
        replace(second, entry_id="grant:2"),
    ]
    assert all(entry.digest() != second.hash for entry in changed)


def test_a_reserved_credit_is_not_available_and_a_released_one_is() -> None:
    lines: list[ledger.Line] = [("reserve:1", "reserve", 1)]
    held = ledger.post(at_credit(1), lines, on=TODAY, rules=FIRST).after
    assert (held.available, held.reserved_now) == (0, 1)
    back = ledger.post(held, [("release:1", "release", 1)], on=TODAY, rules=FIRST).after
    assert (back.available, back.reserved_now) == (1, 0)


def test_a_count_taken_back_between_credits_is_only_that() -> None:
    head = ledger.uncount(at_credit(1), 13, void=None, on=TODAY, rules=FIRST).after
    assert (head.net, head.deficit, head.granted, head.lawful) == (12, 0, 1, True)


def test_a_voided_credit_leaves_nine_towards_the_next() -> None:
    head = ledger.uncount(at_credit(1), 10, void=1, on=TODAY, rules=FIRST).after
    assert (head.net, head.voided, head.available) == (9, 1, 0)
    assert (head.toward_next, head.lawful) == (9, True)


def test_a_spent_credit_leaves_a_deficit_that_the_next_counts_fill() -> None:
    owed = ledger.uncount(at_credit(1), 10, void=None, on=TODAY, rules=FIRST).after
    assert (owed.net, owed.deficit, owed.lawful) == (9, 1, True)
    posting = ledger.seal(owed, 12, on=TODAY, rules=FIRST)
    assert posting is not None
    after = posting.after
    assert (after.net, after.deficit, after.toward_next, after.lawful) == (12, 0, 2, True)
    assert [(e.kind, e.amount) for e in posting.entries] == [("count", 3), ("carry_deficit", -1)]
