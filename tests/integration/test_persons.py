"""One person, one registration, for twelve months; and what a verdict leaves of that claim."""

from datetime import timedelta

import pytest

from shared.domain.errors import AlreadyDecided, PersonTaken
from shared.domain.milestone import RISE
from shared.domain.registration import Reason, Registration, State
from shared.domain.rules import FIRST
from tests.support.acts import count, let_in, person, take_in
from tests.support.builders import ACME, BOLT, NOON
from tests.support.facts import counted, held, not_counted, verified
from tests.support.stores import Stores


def rise(stores: Stores, made: Registration, name: str = "ada") -> None:
    stores.referrals.count(made, person(name), RISE, None, [counted(made)], NOON)


def state(stores: Stores, made: Registration) -> State:
    return stores.registrations.find(made.registration_id).state


def test_a_person_somebody_holds_is_named_by_company(stores: Stores) -> None:
    let_in(stores, BOLT)
    let_in(stores)
    count(stores, company_id=BOLT)
    made = take_in(stores)
    with pytest.raises(PersonTaken) as taken:
        rise(stores, made)
    assert taken.value.company_id == BOLT
    assert stores.ledgers.tally_and_head(ACME)[0].n == 0


def test_a_held_person_is_free_again_after_twelve_months(stores: Stores) -> None:
    let_in(stores, BOLT)
    let_in(stores)
    count(stores, company_id=BOLT)
    made = take_in(stores)
    free = NOON + FIRST.person_held
    with pytest.raises(PersonTaken):
        stores.referrals.hold(made, person("ada"), held(made), free - timedelta(seconds=1))
    stores.referrals.hold(made, person("ada"), held(made), free)
    assert state(stores, made) is State.HELD


def test_a_held_registration_still_holds_its_own_person(stores: Stores) -> None:
    let_in(stores)
    made = take_in(stores)
    stores.referrals.hold(made, person("ada"), held(made), NOON)
    rise(stores, made)
    assert state(stores, made) is State.COUNTED


def test_a_verified_one_waits_in_the_queue_and_then_counts(stores: Stores) -> None:
    let_in(stores)
    made = take_in(stores)
    stores.referrals.verify(made, person("ada"), verified(made), NOON)
    with pytest.raises(AlreadyDecided):
        stores.referrals.verify(made, person("ada"), verified(made), NOON)
    [said] = [said for said in stores.waiting() if said.to == "count"]
    assert (said.event_id, said.company_id) == (f"verified:{made.registration_id}", ACME)
    rise(stores, made)
    assert state(stores, made) is State.COUNTED


def test_an_excluded_one_claims_nobody(stores: Stores) -> None:
    let_in(stores, BOLT)
    made = take_in(stores)
    excluded = not_counted(made, Reason.LINK_CLOSED)
    stores.referrals.exclude(made, person("ada"), Reason.LINK_CLOSED, excluded, NOON)
    assert state(stores, made) is State.NOT_COUNTED
    count(stores, company_id=BOLT)
    assert stores.ledgers.tally_and_head(BOLT)[0].n == 1
