"""A credit that comes free pays for what is owed: once, ten at most, the newest first."""

import pytest

from functions.seal.settling_flow import voided
from shared.domain.difference import differences
from shared.domain.errors import Conflict
from shared.domain.milestone import Tally
from shared.domain.rules import FIRST
from shared.domain.settlement import settlement
from tests.support.acts import count, count_many, grant_all, let_in
from tests.support.builders import ACME, NOON, TODAY
from tests.support.redeeming import Desk
from tests.support.reversing import take_back
from tests.support.stores import Stores


def owing(stores: Stores, debt: int, credits: int = 2) -> Desk:
    """Every credit reserved, and so many of their counts taken back."""
    let_in(stores)
    made = count_many(stores, 10 * credits)
    grant_all(stores, *range(1, credits + 1))
    desk = Desk(stores)
    for _ in range(credits):
        desk.reserve()
    for registration in made[:debt]:
        take_back(stores, registration)
    assert tally(desk).debt == debt
    return desk


def tally(desk: Desk) -> Tally:
    return desk.stores.ledgers.tally_and_head(ACME)[0]


def lawful(desk: Desk) -> bool:
    read = desk.stores.books.read(ACME, NOON)
    assert read is not None
    return differences(*read) == []


def test_a_released_credit_pays_and_leaves_what_is_over_ten(stores: Stores) -> None:
    desk = owing(stores, 3)
    desk.release(1)
    assert desk.settle() == 1
    assert tally(desk) == Tally(ACME, n=17, r=7, g=2, w=1)
    head = stores.ledgers.head(ACME)
    assert (head.net, head.toward_next, head.deficit, head.available) == (17, 7, 0, 0)
    assert f"voided:{ACME}:1" in stores.said()
    assert lawful(desk)


def test_told_again_it_pays_nothing_more(stores: Stores) -> None:
    desk = owing(stores, 3)
    desk.release(1)
    desk.release(2)
    assert [desk.settle(), desk.settle()] == [1, 0]
    assert stores.ledgers.head(ACME).available == 1


def test_the_newest_pays_first(stores: Stores) -> None:
    desk = owing(stores, 1)
    desk.release(1)
    desk.release(2)
    desk.settle()
    states = [lot.state.value for lot in stores.ledgers.lots(ACME, limit=9, after=None)[0]]
    assert states == ["available", "voided"]


def test_one_credit_pays_ten_of_a_greater_debt_and_the_next_the_rest(stores: Stores) -> None:
    desk = owing(stores, 13)
    desk.release(2)
    assert desk.settle() == 1
    assert (tally(desk).debt, stores.ledgers.head(ACME).deficit, lawful(desk)) == (3, 3, True)
    desk.release(1)
    assert desk.settle() == 1
    assert (tally(desk).debt, tally(desk).r, lawful(desk)) == (0, 7, True)


@pytest.mark.parametrize("how", ["restored", "given"])
def test_a_credit_that_came_back_or_was_given_pays_too(stores: Stores, how: str) -> None:
    desk = owing(stores, 2)
    desk.consume(1)
    desk.restore(1) if how == "restored" else desk.give()
    assert desk.settle() == 1
    assert (tally(desk).debt, stores.ledgers.head(ACME).available, lawful(desk)) == (0, 0, True)


def test_where_nothing_is_owed_or_nothing_is_free_nothing_happens(stores: Stores) -> None:
    desk = owing(stores, 1)
    assert desk.settle() == 0
    count(stores, "who fills it")
    desk.release(1)
    before = stores.ledgers.head(ACME)
    assert (desk.settle(), stores.ledgers.head(ACME)) == (0, before)


def test_what_was_counted_and_is_not_shown_yet_fills_first(stores: Stores) -> None:
    desk = owing(stores, 4)
    count(stores, "one")
    assert (tally(desk).debt, stores.ledgers.head(ACME).deficit) == (3, 4)
    desk.release(1)
    desk.settle()
    assert (tally(desk).r, stores.ledgers.head(ACME).toward_next, lawful(desk)) == (7, 7, True)


def test_what_was_decided_before_the_credit_was_reserved_is_a_conflict(stores: Stores) -> None:
    desk = owing(stores, 1)
    desk.release(1)
    owed, head, available = stores.settlements.owing(ACME)
    stale = settlement(owed, head, available=available, on=TODAY, rules=FIRST)
    assert stale is not None
    desk.reserve()
    with pytest.raises(Conflict):
        stores.settlements.settle(stale, voided(stale, NOON))
    assert (tally(desk), lawful(desk)) == (owed, True)
    assert desk.settle() == 0
