"""Whom a registration holds until its verdict, and lets go of when it does not count."""

from typing import Any

import pytest

from functions.count.flow import count as take_turn
from functions.suppress.flow import free
from shared.domain.errors import AlreadyDecided, Conflict, PersonTaken
from shared.domain.milestone import RISE
from shared.domain.registration import Reason, Registration, State
from shared.domain.rules import FIRST
from tests.support.acts import count, let_in, person, take_in
from tests.support.builders import ACME, BOLT, NOON, PEPPER, PROGRAMME
from tests.support.facts import counted, held, not_counted, verified
from tests.support.stores import Stores

A_YEAR_ON = NOON + FIRST.person_held
FRAUD = Reason.SUSPECTED_FRAUD


@pytest.fixture(autouse=True)
def _bolt(stores: Stores) -> None:
    let_in(stores, BOLT)


def now(stores: Stores, made: Registration) -> Registration:
    return stores.registrations.find(made.registration_id)


def claimed(stores: Stores, state: State) -> Registration:
    """Ada's, at a company not active: verified, or held."""
    made = take_in(stores)
    if state is State.HELD:
        stores.referrals.hold(made, person("ada"), held(made), NOON)
    else:
        stores.referrals.verify(made, person("ada"), verified(made), NOON)
    return now(stores, made)


def exclude(stores: Stores, made: Registration, reason: Reason = FRAUD) -> None:
    stores.referrals.exclude(made, person("ada"), reason, not_counted(made, reason), NOON)


def is_taken(stores: Stores, name: str = "eve") -> bool:
    """Whether a count for somebody who is Ada too is refused, everything else being well."""
    other = take_in(stores, name, BOLT)
    try:
        stores.referrals.count(other, person("ada"), RISE, None, [counted(other)], NOON)
    except PersonTaken:
        return True
    return False


@pytest.mark.parametrize("state", [State.VERIFIED, State.HELD])
def test_what_held_a_person_and_does_not_count_lets_go(stores: Stores, state: State) -> None:
    made = claimed(stores, state)
    assert is_taken(stores)
    exclude(stores, made)
    assert now(stores, made).state is State.NOT_COUNTED
    count(stores, "ada", BOLT)
    assert stores.ledgers.tally_and_head(BOLT)[0].n == 1


@pytest.mark.parametrize("state", [State.VERIFIED, State.HELD])
def test_a_person_somebody_else_holds_by_now_is_not_let_go(stores: Stores, state: State) -> None:
    made = claimed(stores, state)
    other = count(stores, "ada", BOLT, A_YEAR_ON)
    assert now(stores, other).state is State.COUNTED
    with pytest.raises(Conflict):
        exclude(stores, made)
    assert is_taken(stores)


def test_a_verified_one_whose_person_changed_hands_is_a_duplicate_and_ends(stores: Stores) -> None:
    """Its turn came after its claim ended: the queue must not offer it for ever."""
    let_in(stores)
    made = claimed(stores, State.VERIFIED)
    other = count(stores, "ada", BOLT, A_YEAR_ON)
    given = take_turn(
        verified(made),
        registrations=stores.registrations,
        referrals=stores.referrals,
        secrecy=PEPPER,
        programme=PROGRAMME,
        now=A_YEAR_ON,
    )
    assert given
    assert now(stores, made).state is State.NOT_COUNTED
    assert now(stores, other).state is State.COUNTED
    assert is_taken(stores)


def test_an_exclusion_decided_before_the_code_was_typed_is_refused(stores: Stores) -> None:
    before = take_in(stores)
    stores.referrals.verify(before, person("ada"), verified(before), NOON)
    with pytest.raises(AlreadyDecided):
        exclude(stores, before)
    assert now(stores, before).state is State.VERIFIED
    assert is_taken(stores)


class Late:
    """Registrations as they were."""

    def __init__(self, made: Registration) -> None:
        self.find = lambda _: made


def test_a_late_bounce_leaves_a_verified_one_as_it_is(stores: Stores) -> None:
    made = take_in(stores)
    stores.referrals.verify(made, person("ada"), verified(made), NOON)
    views: list[Any] = [stores.registrations, Late(made)]
    for seen in views:
        free(
            made.registration_id,
            registrations=seen,
            referrals=stores.referrals,
            secrecy=PEPPER,
            now=NOON,
        )
    assert now(stores, made).state is State.VERIFIED
    assert is_taken(stores)
    assert f"not_counted:{made.registration_id}" not in stores.said()


def test_queued_for_a_company_not_active_it_counts_nobody_and_counts_elsewhere(
    stores: Stores,
) -> None:
    made = claimed(stores, State.VERIFIED)
    settled = take_turn(
        verified(made),
        registrations=stores.registrations,
        referrals=stores.referrals,
        secrecy=PEPPER,
        programme=PROGRAMME,
        now=NOON,
    )
    assert (settled, now(stores, made).state) == (True, State.NOT_COUNTED)
    count(stores, "ada", BOLT)
    assert stores.ledgers.tally_and_head(BOLT)[0].n == 1
    assert stores.ledgers.tally_and_head(ACME)[0].n == 0
