"""The decision table: which step a tally takes."""

import pytest

from shared.domain.milestone import (
    FILL,
    LOWER,
    OWE,
    RISE,
    WITHDRAW,
    Milestone,
    Tally,
    complete,
    counting,
    reached,
    reversing,
    settling,
)
from tests.support.builders import ACME


def at(**figures: int) -> Tally:
    return Tally(ACME, **figures)  # type: ignore[arg-type]


def test_below_nine_it_rises() -> None:
    assert counting(at(n=8, r=8)) is RISE


def test_at_nine_it_completes_the_next_milestone() -> None:
    nineteen = at(n=19, r=9, g=1)
    step = counting(nineteen)
    assert step == complete(1)
    assert reached(complete(1), nineteen) == Milestone(ACME, 2)


def test_a_debt_is_filled_first_and_reaches_nothing() -> None:
    owing = at(n=9, g=1, debt=1)
    assert counting(owing) is FILL
    assert reached(FILL, owing) is None


def test_an_inactive_company_takes_no_step() -> None:
    assert counting(Tally(ACME, active=False, n=9, r=9)) is None


@pytest.mark.parametrize("step", [RISE, FILL, complete(0), complete(1), LOWER, OWE, WITHDRAW])
def test_a_step_taken_where_it_holds_stays_lawful(step: object) -> None:
    tallies = [at(n=10 * g + r, r=r, g=g) for g in range(3) for r in range(10)]
    tallies += [at(n=10 * g - debt, g=g, debt=debt) for g in (1, 2) for debt in range(1, 11)]
    taken = [step.take(t) for t in tallies if step.holds(t)]  # type: ignore[attr-defined]
    assert taken and all(tally.lawful for tally in taken)


def test_exactly_one_counting_step_holds_everywhere() -> None:
    for g in range(3):
        for r, debt in [*((r, 0) for r in range(10)), *((0, d) for d in range(1, 5))]:
            tally = at(n=10 * g + r - debt, r=r, g=g, debt=debt)
            steps = [s for s in (RISE, FILL, *map(complete, range(3))) if s.holds(tally)]
            assert steps == [counting(tally)]


def test_a_second_tenth_from_the_same_nine_is_refused() -> None:
    nine = at(n=9, r=9)
    assert not complete(0).holds(complete(0).take(nine))
    assert not complete(0).holds(at(n=19, r=9, g=1))


@pytest.mark.parametrize(
    ("tally", "withdrawable", "step"),
    [
        (at(n=11, r=1, g=1), True, LOWER),
        (at(n=10, g=1), True, WITHDRAW),
        (at(n=10, g=1), False, OWE),
        (at(n=9, g=1, debt=1), True, OWE),
    ],
)
def test_what_gives_way_to_a_reversal(tally: Tally, withdrawable: bool, step: object) -> None:
    assert reversing(tally, withdrawable=withdrawable) is step


@pytest.mark.parametrize("debt", range(1, 11))
def test_a_credit_come_free_settles_a_debt_of_ten_or_less(debt: int) -> None:
    owing = at(n=10 - debt, g=1, debt=debt)
    step = settling(owing)
    assert step.holds(owing)
    settled = step.take(owing)
    assert (settled.debt, settled.r, settled.w, settled.lawful) == (0, 10 - debt, 1, True)


@pytest.mark.parametrize("debt", [11, 20, 34])
def test_of_a_greater_debt_one_credit_settles_ten(debt: int) -> None:
    owing = at(n=40 - debt, g=4, debt=debt)
    settled = settling(owing).take(owing)
    assert (settled.debt, settled.r, settled.w, settled.lawful) == (debt - 10, 0, 1, True)


def test_no_credit_settles_what_is_not_owed() -> None:
    with pytest.raises(ValueError, match="no debt"):
        settling(at(n=20, g=2))
