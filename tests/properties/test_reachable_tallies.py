"""Every tally that counting, reversing and settling can reach, one by one."""

from collections.abc import Iterator

import pytest

from shared.domain.milestone import (
    FILL,
    RISE,
    Step,
    Tally,
    complete,
    counting,
    reached,
    reversing,
    settling,
)
from tests.support.builders import ACME

MOST = 34
"""Counted referrals explored: three milestones and more."""


def steps(tally: Tally) -> Iterator[Step]:
    following = counting(tally)
    if following and tally.n < MOST:
        yield following
    if tally.n > 0:
        yield reversing(tally, withdrawable=False)
        if tally.g > tally.w:
            yield reversing(tally, withdrawable=True)
    if tally.debt and tally.g > tally.w:
        yield settling(tally)


def reachable() -> set[Tally]:
    found, new = {Tally(ACME)}, [Tally(ACME)]
    while new:
        tally = new.pop()
        for step in steps(tally):
            after = step.take(tally)
            if after not in found and after.g <= 5:
                found.add(after)
                new.append(after)
    return found


REACHABLE = reachable()


def test_every_reachable_tally_is_lawful() -> None:
    assert len(REACHABLE) > 300
    assert [tally for tally in REACHABLE if not tally.lawful] == []


def test_exactly_one_counting_step_holds_and_it_is_the_one_chosen() -> None:
    for tally in REACHABLE:
        holding = [step for step in (RISE, FILL, complete(tally.g)) if step.holds(tally)]
        assert holding == [counting(tally)]


def test_a_count_is_one_more_and_a_milestone_only_where_ten_are_full() -> None:
    for tally in REACHABLE:
        step = counting(tally)
        assert step is not None
        after = step.take(tally)
        assert after.n == tally.n + 1
        assert (reached(step, tally) is not None) == (after.g == tally.g + 1)
        assert (after.g == tally.g + 1) == (tally.r == 9 and tally.debt == 0)


def test_a_milestone_has_a_number_no_other_has() -> None:
    for tally in REACHABLE:
        step = counting(tally)
        assert step is not None
        if milestone := reached(step, tally):
            assert milestone.number == step.take(tally).g > tally.g


def test_nothing_counts_for_a_company_that_is_not_active() -> None:
    for tally in REACHABLE:
        still = Tally(ACME, False, tally.n, tally.r, tally.g, tally.w, tally.debt)
        assert counting(still) is None
        assert not any(step.holds(still) for step in (RISE, FILL, complete(still.g)))


def test_only_a_debt_is_settled() -> None:
    with pytest.raises(ValueError, match="no debt"):
        settling(Tally(ACME))
