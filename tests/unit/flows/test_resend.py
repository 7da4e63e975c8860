"""A candidate asks for another code."""

from datetime import timedelta
from typing import Any

import pytest

from shared.domain.errors import (
    CodeExpired,
    CodeInvalid,
    RegistrationNotFound,
    ResendLimit,
    TooManyRequests,
)
from shared.domain.registration import CODE_VALID, Registration
from tests.support.acts import let_in
from tests.support.builders import NOON, a_doorway, a_link, a_registration
from tests.support.fakes.memory import Memory
from tests.support.stores import Stores
from tests.unit.flows.registering import found, resend, submit, verify, wrong

LATE = NOON + timedelta(hours=3)


@pytest.fixture
def made(stores: Stores) -> Registration:
    let_in(stores)
    stores.links.add(a_link(), a_doorway())
    return submit(stores)


def test_another_code_is_due_for_another_15_minutes(
    stores: Stores, memory: Memory, made: Registration
) -> None:
    resend(stores, made, LATE)
    assert (found(stores, made).issue, found(stores, made).code_until) == (2, LATE + CODE_VALID)
    assert memory.events[-1].event_id == "submitted:reg_ada:2"


def test_a_fourth_code_is_refused(stores: Stores, memory: Memory, made: Registration) -> None:
    resend(stores, made)
    resend(stores, made)
    with pytest.raises(ResendLimit):
        resend(stores, made)
    assert (found(stores, made).issue, memory.events[-1].event_id) == (3, "submitted:reg_ada:3")


def test_another_code_gives_no_new_tries(stores: Stores, made: Registration) -> None:
    for _ in range(4):
        with pytest.raises(CodeInvalid):
            verify(stores, made, code=wrong(made))
    resend(stores, made)
    with pytest.raises(CodeInvalid):
        verify(stores, made, code=wrong(made))
    with pytest.raises(CodeExpired):
        verify(stores, made, issue=2)


def test_with_the_tries_used_up_no_code_is_sent(stores: Stores, made: Registration) -> None:
    for _ in range(5):
        with pytest.raises(CodeInvalid):
            verify(stores, made, code=wrong(made))
    with pytest.raises(CodeExpired):
        resend(stores, made)


def test_a_registration_with_its_verdict_needs_no_code(stores: Stores, made: Registration) -> None:
    verify(stores, made)
    with pytest.raises(CodeExpired):
        resend(stores, made)


def test_five_codes_an_hour_for_one_address_over_all_its_forms(
    stores: Stores, made: Registration
) -> None:
    other = submit(stores, name="reg_again")
    for registration in (made, made, other):
        resend(stores, registration)
    with pytest.raises(TooManyRequests):
        resend(stores, other)
    resend(stores, other, NOON + timedelta(hours=1))


def test_nobodys_registration_is_not_found(stores: Stores) -> None:
    with pytest.raises(RegistrationNotFound):
        resend(stores, a_registration("nobody"))


def test_meeting_another_write_it_tries_again(
    stores: Stores, memory: Memory, made: Registration
) -> None:
    memory.conflicts = 3
    resend(stores, made)
    assert found(stores, made).issue == 2


def test_pressed_twice_at_once_sends_one_more_code_and_refuses_nobody(
    stores: Stores, memory: Memory, made: Registration, monkeypatch: pytest.MonkeyPatch
) -> None:
    reissue = stores.registrations.reissue

    def overtaken(*asked: Any) -> None:
        monkeypatch.setattr(stores.registrations, "reissue", reissue)
        resend(stores, made)
        reissue(*asked)

    monkeypatch.setattr(stores.registrations, "reissue", overtaken)
    resend(stores, made)
    codes = [event.event_id for event in memory.events if "submitted" in event.event_id]
    assert (found(stores, made).issue, codes) == (2, ["submitted:reg_ada:1", "submitted:reg_ada:2"])
