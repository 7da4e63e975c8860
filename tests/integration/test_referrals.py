"""Verdicts: one transaction each, refused in the order registration, person, tally."""

from datetime import timedelta

import pytest

from shared.contracts.events import ReferralCounted
from shared.domain.errors import AlreadyDecided, PersonTaken, TallyRefused
from shared.domain.milestone import RISE, Milestone, Tally, complete
from shared.domain.registration import Reason, Registration, State
from shared.domain.rules import RULES
from tests.support.acts import (
    count,
    count_many,
    held,
    let_in,
    milestone,
    not_counted,
    person,
    take_in,
    verified,
)
from tests.support.builders import ACME, BOLT, NOON
from tests.support.stores import Stores


def counted(registration: Registration) -> ReferralCounted:
    return ReferralCounted(
        event_id=f"counted:{registration.registration_id}",
        occurred_at=NOON,
        company_id=registration.company_id,
        registration_id=registration.registration_id,
    )


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
    free = NOON + RULES.person_held
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
    stores.referrals.exclude(made, Reason.LINK_CLOSED, excluded, NOON)
    assert state(stores, made) is State.NOT_COUNTED
    count(stores, company_id=BOLT)
    assert stores.ledgers.tally_and_head(BOLT)[0].n == 1
