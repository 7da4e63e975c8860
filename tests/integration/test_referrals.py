"""Verdicts: one transaction each, refused in the order registration, person, tally."""

import pytest

from shared.domain.errors import AlreadyDecided, TallyRefused
from shared.domain.milestone import RISE, Milestone, Tally, complete
from shared.domain.registration import Registration, State
from tests.support.acts import count_many, let_in, person, take_in
from tests.support.builders import ACME, NOON
from tests.support.facts import counted, milestone
from tests.support.stores import Stores


def rise(stores: Stores, made: Registration, name: str = "ada") -> None:
    stores.referrals.count(made, person(name), RISE, None, [counted(made)], NOON)


def state(stores: Stores, made: Registration) -> State:
    return stores.registrations.find(made.registration_id).state


def test_a_count_raises_the_tally_and_says_so(stores: Stores) -> None:
    let_in(stores)
    made = take_in(stores)
    rise(stores, made)
    assert state(stores, made) is State.COUNTED
    assert stores.ledgers.tally_and_head(ACME)[0] == Tally(ACME, n=1, r=1)
    assert f"counted:{made.registration_id}" in stores.said()


def test_counted_again_is_already_decided_and_changes_nothing(stores: Stores) -> None:
    let_in(stores)
    made = take_in(stores)
    rise(stores, made)
    with pytest.raises(AlreadyDecided):
        rise(stores, made)
    assert stores.ledgers.tally_and_head(ACME)[0].n == 1


def test_the_tenth_reaches_a_milestone_of_its_own_number(stores: Stores) -> None:
    let_in(stores)
    count_many(stores, 9)
    made = take_in(stores)
    reached = [counted(made), milestone(1)]
    stores.referrals.count(made, person("ada"), complete(0), Milestone(ACME, 1), reached, NOON)
    assert stores.ledgers.tally_and_head(ACME)[0] == Tally(ACME, n=10, r=0, g=1)
    assert stores.ledgers.milestone_and_head(ACME, 1)[0]
    assert f"milestone:{ACME}:1" in stores.said()


def test_a_step_from_elsewhere_is_refused_with_the_tally_as_it_is(stores: Stores) -> None:
    let_in(stores)
    count_many(stores, 9)
    made = take_in(stores)
    with pytest.raises(TallyRefused) as refused:
        rise(stores, made)
    assert refused.value.tally == Tally(ACME, n=9, r=9)
    assert state(stores, made) is State.SUBMITTED


def test_a_company_never_approved_has_no_tally_to_rise(stores: Stores) -> None:
    made = take_in(stores)
    with pytest.raises(TallyRefused) as refused:
        rise(stores, made)
    assert refused.value.tally == Tally(ACME, active=False)
