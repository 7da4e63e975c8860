"""What may become of a job order, and from where."""

from collections.abc import Callable
from typing import Any

import pytest

from shared.domain.credit import Lot, LotState
from shared.domain.errors import FeeDifferenceNotAccepted, StateForbids
from shared.domain.job_order import HOLDS_CREDIT, JobOrder, JobOrderState, Refusal, filled
from tests.support.builders import ACME, NOON, TODAY, a_job_order

POSTED, ACCEPTED = JobOrderState.POSTED, JobOrderState.ACCEPTED
LOT = Lot("crd_1", ACME, 1, LotState.RESERVED, NOON, NOON, "job_1", turn=1)

MOVES: dict[str, tuple[Callable[[JobOrder], Any], set[JobOrderState]]] = {
    "accepted": (lambda order: order.accepted(NOON), {POSTED}),
    "refused": (lambda order: order.refused(Refusal.ORGANISED_CRIME, "x", NOON), {POSTED}),
    "closed": (lambda order: order.closed(NOON), {POSTED, ACCEPTED}),
    "filled": (lambda order: filled(order, NOON), {ACCEPTED}),
    "reserved for": (lambda order: order.check_reservable(0, TODAY), {ACCEPTED}),
}


@pytest.mark.parametrize("state", JobOrderState)
@pytest.mark.parametrize("name", MOVES)
def test_each_move_starts_where_it_may_and_nowhere_else(name: str, state: JobOrderState) -> None:
    move, may = MOVES[name]
    order = a_job_order(state=state)
    if state in may:
        move(order)
        return
    with pytest.raises(StateForbids) as refused:
        move(order)
    assert refused.value.extra() == {"state": state}


def test_one_credit_is_enough() -> None:
    with pytest.raises(StateForbids) as refused:
        a_job_order(state=ACCEPTED, credit=LOT).check_reservable(0, TODAY)
    assert refused.value.extra() == {"state": HOLDS_CREDIT}


def test_the_difference_is_accepted_before_the_credit_is_reserved() -> None:
    order = a_job_order(state=ACCEPTED, income_jpy=8_000_000)
    order.check_reservable(700_000, TODAY)
    with pytest.raises(FeeDifferenceNotAccepted):
        order.check_reservable(0, TODAY)


def test_an_order_for_two_takes_a_second_credit_after_the_first_hire() -> None:
    once = filled(a_job_order(state=ACCEPTED, openings=2, credit=LOT), NOON)
    assert (once.state, once.filled, once.credit, once.closed_at) == (ACCEPTED, 1, None, None)
    once.check_reservable(0, TODAY)
    twice = filled(once, NOON)
    assert (twice.state, twice.filled, twice.closed_at) == (JobOrderState.FILLED, 2, NOON)


def test_closing_lets_the_credit_go() -> None:
    closed = a_job_order(state=ACCEPTED, credit=LOT).closed(NOON)
    assert (closed.credit, closed.closed_at) == (None, NOON)
