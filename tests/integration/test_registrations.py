"""A registration before its verdict: taken in, tried, sent another code."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shared.domain.errors import AlreadyDecided, RegistrationNotFound
from shared.domain.ids import RegistrationId
from shared.domain.registration import CODE_VALID, Candidate, Reason, Signal, State
from tests.support.acts import person, take_in
from tests.support.builders import NOON, a_registration
from tests.support.facts import not_counted, submitted
from tests.support.stores import Stores

UNKNOWN = RegistrationId("reg_unknown")
RTL = "\u0645\u0631\u064a\u0645\n\u202e\U0001f98a O'Brien <b>"


def test_it_comes_back_as_it_went_in(stores: Stores) -> None:
    registration = a_registration(
        candidate=Candidate("ada@example.org", RTL, phone="+81 90", desired_location="東京"),
        signals=(Signal.OWN_DOMAIN, Signal.DISPOSABLE_DOMAIN),
        exclusion=Reason.LINK_CLOSED,
    )
    stores.registrations.submit(registration, person("ada"), submitted(registration))
    assert stores.registrations.find(registration.registration_id) == registration
    assert stores.said() == [f"submitted:{registration.registration_id}:1"]


def test_one_nobody_made_is_not_found(stores: Stores) -> None:
    with pytest.raises(RegistrationNotFound):
        stores.registrations.find(UNKNOWN)
    with pytest.raises(RegistrationNotFound):
        stores.registrations.try_code(UNKNOWN, NOON)


def test_five_tries_can_be_taken_and_no_sixth(stores: Stores) -> None:
    made = take_in(stores)
    taken = [stores.registrations.try_code(made.registration_id, NOON) for _ in range(6)]
    assert [found.tries for found, _ in taken] == [1, 2, 3, 4, 5, 5]
    assert [tried for _, tried in taken] == [True] * 5 + [False]


def test_no_try_is_taken_once_the_15_minutes_are_over(stores: Stores) -> None:
    made = take_in(stores)
    last = NOON + CODE_VALID
    assert stores.registrations.try_code(made.registration_id, last) == (made, False)
    before = last - timedelta(milliseconds=1)
    assert stores.registrations.try_code(made.registration_id, before)[1]


def test_no_try_is_taken_after_a_verdict(stores: Stores) -> None:
    made = take_in(stores)
    excluded = not_counted(made, Reason.UNVERIFIED)
    stores.referrals.exclude(made, person("ada"), Reason.UNVERIFIED, excluded, NOON)
    found, tried = stores.registrations.try_code(made.registration_id, NOON)
    assert (found.state, found.tries, tried) == (State.NOT_COUNTED, 0, False)


def test_another_code_keeps_the_tries_and_says_so(stores: Stores) -> None:
    made = take_in(stores)
    stores.registrations.try_code(made.registration_id, NOON)
    later = NOON + timedelta(minutes=3)
    after = made.reissued(later)
    stores.registrations.reissue(made, after, person("ada"), submitted(made, issue=2), later)
    found = stores.registrations.find(made.registration_id)
    assert (found.issue, found.code_until, found.tries) == (2, later + CODE_VALID, 1)
    assert f"submitted:{made.registration_id}:2" in stores.said()


def test_two_resends_at_once_send_one_code(stores: Stores) -> None:
    made = take_in(stores)
    after = made.reissued(NOON)
    stores.registrations.reissue(made, after, person("ada"), submitted(made, issue=2), NOON)
    with pytest.raises(AlreadyDecided):
        stores.registrations.reissue(made, after, person("ada"), submitted(made, issue=2), NOON)
    assert stores.registrations.find(made.registration_id).issue == 2


def test_no_other_code_once_the_tries_are_used_up(stores: Stores) -> None:
    made = take_in(stores)
    for _ in range(5):
        stores.registrations.try_code(made.registration_id, NOON)
    with pytest.raises(AlreadyDecided):
        stores.registrations.reissue(
            made, replace(made, issue=2), person("ada"), submitted(made, issue=2), NOON
        )
