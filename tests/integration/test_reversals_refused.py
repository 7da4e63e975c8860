"""What cannot be taken back, and what a reversal leaves as it was."""

import pytest

from shared.domain.errors import AlreadyDecided, Conflict, PersonTaken
from shared.domain.milestone import RISE, Tally
from tests.support.acts import count, count_many, grant_all, let_in, person, seal_all, take_in
from tests.support.builders import ACME, BOLT, NOON
from tests.support.reversing import commit, decided, take_back
from tests.support.stores import Stores


def tally(stores: Stores) -> Tally:
    return stores.ledgers.tally_and_head(ACME)[0]


def test_taking_back_twice_takes_back_once(stores: Stores) -> None:
    let_in(stores)
    made = count_many(stores, 4)
    take_back(stores, made[0])
    with pytest.raises(AlreadyDecided):
        take_back(stores, made[0])
    assert tally(stores).n == 3


def test_what_never_counted_cannot_be_taken_back(stores: Stores) -> None:
    let_in(stores)
    count_many(stores, 4)
    with pytest.raises(AlreadyDecided):
        take_back(stores, take_in(stores))
    assert tally(stores).n == 4


def test_a_decision_the_figures_overtook_is_a_conflict(stores: Stores) -> None:
    let_in(stores)
    made = count_many(stores, 10)
    stale = decided(stores)
    grant_all(stores, 1)
    with pytest.raises(Conflict):
        commit(stores, made[0].registration_id, stale)
    assert tally(stores) == Tally(ACME, n=10, r=0, g=1)


def test_two_reversed_behind_one_head_are_one_and_a_conflict_and_both_when_tried_again(
    stores: Stores,
) -> None:
    let_in(stores)
    first, second, _ = count_many(stores, 3)
    seal_all(stores)
    at_once = decided(stores)
    commit(stores, first.registration_id, at_once)
    with pytest.raises(Conflict):
        commit(stores, second.registration_id, at_once)
    assert tally(stores) == Tally(ACME, n=2, r=2)
    take_back(stores, second)
    assert tally(stores) == Tally(ACME, n=1, r=1)
    head = stores.ledgers.head(ACME)
    assert (head.uncounted, head.net, head.lawful) == (2, 1, True)


def test_the_person_stays_claimed_after_the_reversal(stores: Stores) -> None:
    let_in(stores)
    let_in(stores, BOLT)
    take_back(stores, count(stores, "ada"))
    again = take_in(stores, "ada", BOLT)
    with pytest.raises(PersonTaken):
        stores.referrals.count(again, person("ada"), RISE, None, [], NOON)
