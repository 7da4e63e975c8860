"""What a company's first page says may be done now."""

from datetime import timedelta

from shared.domain.credit import Lot, LotState
from shared.domain.job_order import JobOrderState
from shared.domain.link import LinkState
from shared.domain.next_steps import AT_ONCE, Desk, steps
from tests.support.builders import ACME, JOBS, NOON, a_job_order, a_link


def lot(days: int) -> Lot:
    return Lot("crd_1", ACME, 1, LotState.AVAILABLE, NOON, NOON + timedelta(days=days))


def names(desk: Desk) -> list[str]:
    return [step.name for step in steps(desk, NOON)]


def test_first_a_link_is_made_then_pasted_then_nothing_is_left() -> None:
    assert names(Desk([], [], [], 0)) == ["make_link"]
    assert names(Desk([a_link()], [], [], 0)) == ["paste_link"]
    assert names(Desk([a_link()], [], [], 3)) == []


def test_links_that_are_all_closed_or_over_are_said() -> None:
    closed = a_link("one", state=LinkState.CLOSED)
    over = a_link("two", closes_at=NOON)
    assert names(Desk([closed, over], [], [], 3)) == ["open_link"]
    assert names(Desk([closed, over, a_link("three")], [], [], 3)) == []


def test_links_that_were_not_all_looked_at_are_not_spoken_of() -> None:
    assert names(Desk(None, [], [], 0)) == []


def test_a_credit_goes_to_the_order_that_waits_for_it() -> None:
    waits = a_job_order(state=JobOrderState.ACCEPTED)
    (step,) = steps(Desk(None, [waits], [lot(700)], 10), NOON)
    assert (step.name, step.of) == ("reserve_credit", JOBS[1])
    served = a_job_order(state=JobOrderState.ACCEPTED, credit=lot(700))
    assert names(Desk(None, [served], [lot(700)], 10)) == []


def test_a_credit_without_an_order_asks_for_one_and_says_when_it_expires() -> None:
    assert names(Desk(None, [], [lot(700)], 10)) == ["post_job_order"]
    assert names(Desk(None, [], [lot(90)], 10)) == ["credit_expires", "post_job_order"]


def test_no_more_is_said_than_can_be_done() -> None:
    orders = [a_job_order(name, state=JobOrderState.ACCEPTED) for name in JOBS.values()]
    said = names(Desk([], orders, [lot(1)], 10, terms_wait=True))
    assert said == ["accept_terms", "make_link", "credit_expires"]
    assert len(said) == AT_ONCE
