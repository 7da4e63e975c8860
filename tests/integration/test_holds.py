"""What the rules ask for before a registration counts: a person, time, or both, in this order."""

from datetime import timedelta

import pytest

from shared.domain.errors import InvalidRequest, RegistrationNotFound, StateForbids
from shared.domain.ids import CompanyId
from shared.domain.registration import Reason, Signal, State
from tests.support.acts import let_in, person
from tests.support.builders import ACME, BOLT, NOON, a_registration
from tests.support.facts import verified
from tests.support.ruling import (
    DAY,
    accepts,
    hands_in,
    make,
    refuses,
    releases,
    rules,
    state,
    types_code,
)
from tests.support.stores import Stores

LOOKED_AT = (Signal.BURST,)
A_MOMENT = timedelta(milliseconds=1)


@pytest.fixture(autouse=True)
def _companies(stores: Stores) -> None:
    let_in(stores)
    let_in(stores, BOLT)


def counted(stores: Stores) -> int:
    return stores.ledgers.tally_and_head(ACME)[0].n


def test_a_hold_counts_once_when_its_days_are_over_and_not_before(stores: Stores) -> None:
    make(stores, rules(hold_days=3))
    made = hands_in(stores)
    assert types_code(stores, made) is State.HELD
    kept = stores.registrations.find(made.registration_id)
    assert (kept.held_for, kept.held_until) == ("period", NOON + 3 * DAY)
    assert releases(stores, NOON + 3 * DAY) == (0, 0)
    assert releases(stores, NOON + 3 * DAY + A_MOMENT) == (1, 0)
    assert releases(stores, NOON + 4 * DAY) == (0, 0)
    assert (state(stores, made), counted(stores)) == (State.COUNTED, 1)


def test_where_an_adviser_accepts_no_time_is_waited_for(stores: Stores) -> None:
    make(stores, rules(acceptance_needed=True))
    made = hands_in(stores)
    assert types_code(stores, made) is State.HELD
    assert releases(stores, NOON + 400 * DAY) == (0, 0)
    assert accepts(stores, made) is State.COUNTED
    assert counted(stores) == 1


@pytest.mark.parametrize("signals", [(), LOOKED_AT])
def test_accepted_before_its_days_are_over_it_counts_when_they_are(
    stores: Stores, signals: tuple[Signal, ...]
) -> None:
    make(stores, rules(hold_days=2, acceptance_needed=not signals))
    made = hands_in(stores, signals=signals)
    types_code(stores, made)
    assert releases(stores, NOON + 3 * DAY) == (0, 0), "a person comes first"
    assert accepts(stores, made, NOON + DAY) is State.HELD
    assert releases(stores, NOON + DAY) == (0, 0)
    assert releases(stores, NOON + 3 * DAY) == (1, 0)
    assert counted(stores) == 1


def test_accepted_after_its_days_are_over_it_counts_at_once(stores: Stores) -> None:
    make(stores, rules(hold_days=2))
    made = hands_in(stores, signals=LOOKED_AT)
    types_code(stores, made)
    assert accepts(stores, made, NOON + 2 * DAY) is State.COUNTED
    assert releases(stores, NOON + 3 * DAY) == (0, 0)


def test_a_hold_is_as_long_from_the_code_as_the_queue_took(stores: Stores) -> None:
    """Verified in a crowd, it had to wait for its turn."""
    make(stores, rules(hold_days=1))
    made = hands_in(stores)
    stores.referrals.verify(made, person("ada"), verified(made), NOON)
    found = stores.registrations.find(made.registration_id)
    assert types_code(stores, found, NOON + timedelta(hours=5)) is State.HELD
    assert stores.registrations.find(made.registration_id).held_until == NOON + DAY


def test_a_refused_one_counts_never_and_its_person_counts_elsewhere(stores: Stores) -> None:
    made = hands_in(stores, signals=LOOKED_AT)
    types_code(stores, made)
    assert refuses(stores, made) is State.NOT_COUNTED
    assert f"not_counted:{made.registration_id}" in stores.said()
    assert types_code(stores, hands_in(stores, "ada", BOLT)) is State.COUNTED


def test_while_it_is_held_its_person_counts_nowhere_else(stores: Stores) -> None:
    make(stores, rules(hold_days=3))
    types_code(stores, hands_in(stores))
    assert types_code(stores, hands_in(stores, "ada", BOLT)) is State.NOT_COUNTED


def test_a_person_is_held_from_the_code_on_however_late_it_counts(stores: Stores) -> None:
    make(stores, rules(hold_days=30, person_held_days=90))
    types_code(stores, hands_in(stores))
    assert releases(stores, NOON + 31 * DAY) == (1, 0)
    early = hands_in(stores, "ada", BOLT, NOON + 90 * DAY - A_MOMENT)
    assert types_code(stores, early, NOON + 90 * DAY - A_MOMENT) is State.NOT_COUNTED


def test_a_person_is_free_for_another_company_when_the_rules_say(stores: Stores) -> None:
    make(stores, rules(person_held_days=90))
    types_code(stores, hands_in(stores))
    later = NOON + 90 * DAY
    assert types_code(stores, hands_in(stores, "ada", BOLT, later), later) is State.COUNTED


def test_a_company_not_active_when_the_hold_is_over_counts_nobody(stores: Stores) -> None:
    make(stores, rules(hold_days=1))
    stranger = hands_in(stores, "ada", CompanyId("co_stranger"))
    types_code(stores, stranger)
    assert releases(stores, NOON + 2 * DAY) == (1, 0)
    assert state(stores, stranger) is State.NOT_COUNTED
    assert types_code(stores, hands_in(stores, "ada"), NOON) is State.HELD, "nobody holds ada"


def test_what_is_not_held_can_be_neither_accepted_nor_refused(stores: Stores) -> None:
    made = hands_in(stores)
    types_code(stores, made)
    for act in (accepts, refuses):
        with pytest.raises(StateForbids) as refused:
            act(stores, made)
        assert refused.value.state == State.COUNTED
    with pytest.raises(RegistrationNotFound):
        accepts(stores, a_registration("nobody"))


def test_accepted_twice_it_still_waits_for_its_time_and_can_be_refused(stores: Stores) -> None:
    make(stores, rules(hold_days=2, acceptance_needed=True))
    made = hands_in(stores)
    types_code(stores, made)
    accepts(stores, made)
    with pytest.raises(StateForbids):
        accepts(stores, made)
    assert refuses(stores, made, Reason.SUSPECTED_FRAUD) is State.NOT_COUNTED
    assert releases(stores, NOON + 3 * DAY) == (0, 0)


@pytest.mark.parametrize("reason", [Reason.WITHDRAWN, Reason.UNVERIFIED, Reason.LINK_CLOSED])
def test_a_reason_nobody_refuses_for_is_refused_by_name(stores: Stores, reason: Reason) -> None:
    made = hands_in(stores, signals=LOOKED_AT)
    types_code(stores, made)
    with pytest.raises(InvalidRequest) as refused:
        refuses(stores, made, reason)
    assert refused.value.fields == {"reason": "malformed"}
    assert state(stores, made) is State.HELD
