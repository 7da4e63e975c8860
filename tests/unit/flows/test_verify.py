"""A candidate types the code: right, wrong, late, too often, twice."""

from datetime import timedelta

import pytest

from shared.domain.errors import CodeExpired, CodeInvalid, Conflict, RegistrationNotFound
from shared.domain.registration import CODE_VALID, Registration, State
from tests.support.acts import let_in
from tests.support.builders import ACME, NOON, PEPPER, a_doorway, a_link, a_registration
from tests.support.fakes.memory import Memory
from tests.support.stores import Stores
from tests.unit.flows.registering import found, resend, submit, verify, wrong

LAST_MOMENT = NOON + CODE_VALID - timedelta(milliseconds=1)


@pytest.fixture
def made(stores: Stores) -> Registration:
    let_in(stores)
    stores.links.add(a_link(), a_doorway())
    return submit(stores)


def counted(stores: Stores) -> int:
    return stores.ledgers.tally_and_head(ACME)[0].n


def test_the_right_code_counts(stores: Stores, made: Registration) -> None:
    verify(stores, made, now=LAST_MOMENT)
    assert (found(stores, made).state, counted(stores)) == (State.COUNTED, 1)


def test_the_right_code_typed_twice_counts_once(stores: Stores, made: Registration) -> None:
    verify(stores, made)
    verify(stores, made)
    assert (found(stores, made).tries, counted(stores)) == (1, 1)


def test_a_wrong_code_says_how_many_tries_are_left(stores: Stores, made: Registration) -> None:
    with pytest.raises(CodeInvalid) as refused:
        verify(stores, made, code=wrong(made))
    assert refused.value.extra() == {"tries_left": 4}
    assert (found(stores, made).state, counted(stores)) == (State.SUBMITTED, 0)


def test_the_fifth_try_may_still_be_the_right_one(stores: Stores, made: Registration) -> None:
    for _ in range(4):
        with pytest.raises(CodeInvalid):
            verify(stores, made, code=wrong(made))
    verify(stores, made)
    verify(stores, made)
    assert counted(stores) == 1


def test_after_five_wrong_ones_the_right_one_is_gone(stores: Stores, made: Registration) -> None:
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(CodeInvalid) as refused:
            verify(stores, made, code=wrong(made))
        assert refused.value.tries_left == left
    with pytest.raises(CodeExpired):
        verify(stores, made)
    assert counted(stores) == 0


def test_after_its_15_minutes_a_code_is_gone(stores: Stores, made: Registration) -> None:
    with pytest.raises(CodeExpired):
        verify(stores, made, now=NOON + CODE_VALID)
    assert (found(stores, made).tries, counted(stores)) == (0, 0)


def test_a_verdict_does_not_keep_a_code_alive(stores: Stores, made: Registration) -> None:
    verify(stores, made)
    with pytest.raises(CodeExpired):
        verify(stores, made, now=NOON + CODE_VALID)


def test_a_wrong_code_after_the_verdict_changes_nothing(stores: Stores, made: Registration) -> None:
    verify(stores, made)
    with pytest.raises(CodeInvalid):
        verify(stores, made, code=wrong(made))
    assert (found(stores, made).state, counted(stores)) == (State.COUNTED, 1)


def test_another_code_ends_the_one_before(stores: Stores, made: Registration) -> None:
    resend(stores, made)
    with pytest.raises(CodeInvalid):
        verify(stores, made, issue=1)
    verify(stores, made, issue=2)
    assert counted(stores) == 1


def test_another_registrations_code_is_a_wrong_one(stores: Stores, made: Registration) -> None:
    other = submit(stores, "bob@example.org", name="reg_bob")
    with pytest.raises(CodeInvalid):
        verify(stores, made, code=PEPPER.code(other.registration_id, 1))


def test_nobodys_registration_is_not_found(stores: Stores) -> None:
    with pytest.raises(RegistrationNotFound):
        verify(stores, a_registration("nobody"), code="123456")


def test_a_try_that_met_another_write_is_taken_once(
    stores: Stores, made: Registration, memory: Memory
) -> None:
    memory.busy = 3
    verify(stores, made)
    assert (found(stores, made).tries, counted(stores)) == (1, 1)
    memory.busy = 4
    with pytest.raises(Conflict):
        verify(stores, made)
