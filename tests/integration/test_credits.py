"""What becomes of a credit: each act once, from the state it starts from, in one transaction."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from shared.domain import redemption
from shared.domain.credit import Lot, LotState, expiry, restored_until
from shared.domain.errors import (
    AlreadyPosted,
    Conflict,
    CreditNotFound,
    NoCreditAvailable,
    StateForbids,
)
from shared.domain.ids import JobOrderId
from shared.domain.rules import FIRST
from shared.programme import Kept
from tests.support.acts import count_many, grant_all, let_in
from tests.support.builders import ACME, NOON, TODAY
from tests.support.redeeming import Desk
from tests.support.stores import Stores


@pytest.fixture
def desk(stores: Stores) -> Desk:
    """Of a company with two credits."""
    let_in(stores)
    count_many(stores, 20)
    grant_all(stores, 1, 2)
    return Desk(stores)


def lot(desk: Desk, number: int = 1) -> Lot:
    return desk.stores.credits.find(ACME, number)[1]


def said(desk: Desk, of: str) -> bool:
    return any(name.startswith(of) for name in desk.stores.said())


def test_the_credit_that_expires_first_is_reserved_for_its_job_order(desk: Desk) -> None:
    desk.reserve("job_7")
    assert (lot(desk).state, lot(desk).turn, lot(desk).job_order_id) == ("reserved", 1, "job_7")
    head = desk.stores.ledgers.head(ACME)
    assert (head.available, head.reserved_now) == (1, 1)
    assert said(desk, "reserved:1:1")
    names = [e.entry_id for e in desk.stores.ledgers.entries(ACME, limit=9, after=None)[0]]
    assert names[-1] == "reserve:1:1:job_7"


def test_released_it_is_available_again_and_its_next_turn_is_another(desk: Desk) -> None:
    desk.reserve()
    desk.release(1)
    assert (lot(desk).state, lot(desk).job_order_id) == ("available", None)
    assert desk.reserve().turn == 2


def test_consumed_it_keeps_its_job_order_and_is_spent(desk: Desk) -> None:
    desk.reserve("job_7")
    desk.consume(1)
    assert (lot(desk).state, lot(desk).job_order_id) == ("consumed", "job_7")
    for act in (desk.consume, desk.release):
        with pytest.raises(StateForbids):
            act(1)


def test_with_none_left_no_credit_is_available(desk: Desk) -> None:
    desk.reserve()
    desk.reserve()
    with pytest.raises(NoCreditAvailable):
        desk.reserve()


def test_one_that_is_over_is_not_reserved_before_the_clock_expired_it(desk: Desk) -> None:
    later = replace(desk, now=expiry(NOON, FIRST))
    with pytest.raises(NoCreditAvailable):
        later.reserve()
    later.expire(1)
    assert lot(desk).state is LotState.EXPIRED
    with pytest.raises(StateForbids):
        desk.expire(2)


def test_however_many_are_over_the_one_that_is_not_is_reserved(desk: Desk) -> None:
    for n in range(12):
        desk.give(f"adj_{n}")
    later = replace(desk, now=NOON + timedelta(days=400))
    good = later.give("adj_late")
    assert replace(desk, now=expiry(NOON, FIRST)).reserve().number == good.number == -13


def test_it_comes_back_once_for_ninety_days_at_least_and_never_again(desk: Desk) -> None:
    desk.reserve()
    late = replace(desk, now=expiry(NOON, FIRST) - timedelta(days=1))
    late.consume(1)
    late.restore(1)
    until = restored_until(expiry(NOON, FIRST), late.now.date(), FIRST)
    assert (lot(desk).expires_at, lot(desk).job_order_id) == (until, None)
    assert until - late.now >= timedelta(days=90)
    assert late.reserve().number == 2, "it expires first now"
    assert late.reserve().number == 1
    late.consume(1)
    with pytest.raises(AlreadyPosted):
        late.restore(1)
    assert desk.stores.ledgers.head(ACME).restored == 1


def test_an_adjustment_gives_a_credit_and_takes_one(desk: Desk) -> None:
    given = desk.give("adj_1")
    assert (given.number, given.state) == (-1, "available")
    desk.take(1, "adj_2")
    assert lot(desk).state is LotState.VOIDED
    assert desk.give("adj_3").number == -3
    head = desk.stores.ledgers.head(ACME)
    assert (head.added, head.taken, head.available, head.lawful) == (2, 1, 3, True)
    with pytest.raises(StateForbids):
        desk.take(1, "adj_4")


def test_credits_are_listed_whatever_gave_them(desk: Desk) -> None:
    desk.give()
    lots, _ = desk.stores.ledgers.lots(ACME, limit=9, after=None)
    assert [one.number for one in lots] == [-1, 1, 2]


def test_a_number_nobody_was_given_is_not_found(desk: Desk) -> None:
    with pytest.raises(CreditNotFound):
        desk.release(9)


def test_a_move_decided_before_another_one_is_a_conflict_and_changes_nothing(desk: Desk) -> None:
    standing = desk.stores.credits.standing(ACME)
    first, second = (
        redemption.reserve(
            standing.head, standing.available[n], JobOrderId("job"), on=TODAY, rules=FIRST
        )
        for n in (0, 1)
    )
    desk.stores.credits.move(first)
    for late in (first, second):
        with pytest.raises((Conflict, AlreadyPosted)):
            desk.stores.credits.move(late)
    assert desk.stores.ledgers.head(ACME) == first.posting.after
    assert lot(desk, 2).state is LotState.AVAILABLE


def test_a_credit_is_good_as_long_as_the_rules_of_its_day_say(desk: Desk) -> None:
    short = replace(FIRST, version=2, credit_months=1, restored_days=5, effective_from=NOON)
    changed = replace(desk, programme=Kept((short,)))
    assert changed.give().expires_at == expiry(NOON, short)
    entry = desk.stores.ledgers.entries(ACME, limit=9, after=None)[0][-1]
    assert (entry.rule_version, entry.recorded_on) == (2, date(2026, 3, 2))
    assert lot(desk).expires_at == expiry(NOON, FIRST)
