"""What was never verified is deleted after its day, and nothing else is."""

from datetime import UTC, datetime, timedelta

import pytest

import functions.sweep.handler as sweep_handler
from functions.sweep.flow import tidy
from shared.domain.errors import AlreadyDecided, RegistrationNotFound
from shared.domain.ids import RegistrationId
from shared.domain.registration import UNVERIFIED_KEPT, Reason, Registration, State
from shared.table.commit import Table
from tests.support.acts import count, let_in, person, take_in
from tests.support.asking import CONTEXT
from tests.support.builders import NOON
from tests.support.facts import held, not_counted, verified
from tests.support.fakes.outbox import FakeVoice
from tests.support.stores import Stores, on_table

OVER = NOON + timedelta(hours=24)
AFTER = OVER + timedelta(milliseconds=1)


def is_there(stores: Stores, made: Registration) -> bool:
    try:
        return stores.registrations.find(made.registration_id) is not None
    except RegistrationNotFound:
        return False


def settled(stores: Stores, state: State) -> Registration:
    if state is State.COUNTED:
        return count(stores)
    made = take_in(stores)
    if state is State.VERIFIED:
        stores.referrals.verify(made, person("ada"), verified(made), NOON)
    elif state is State.HELD:
        stores.referrals.hold(made, person("ada"), held(made), NOON)
    else:
        closed = not_counted(made, Reason.LINK_CLOSED)
        stores.referrals.exclude(made, person("ada"), Reason.LINK_CLOSED, closed, NOON)
    return made


def test_it_goes_when_its_day_is_over_and_not_earlier(stores: Stores) -> None:
    made = take_in(stores)
    assert (tidy(unverified=stores.registrations, now=OVER), is_there(stores, made)) == (0, True)
    assert (tidy(unverified=stores.registrations, now=AFTER), is_there(stores, made)) == (1, False)
    assert tidy(unverified=stores.registrations, now=AFTER) == 0


@pytest.mark.parametrize("state", [State.VERIFIED, State.HELD, State.COUNTED, State.NOT_COUNTED])
def test_what_was_verified_stays(stores: Stores, state: State) -> None:
    let_in(stores)
    made = settled(stores, state)
    assert tidy(unverified=stores.registrations, now=AFTER) == 0
    assert stores.registrations.find(made.registration_id).state is state


def test_one_whose_code_bounced_goes_too(stores: Stores) -> None:
    made = take_in(stores)
    bounced = not_counted(made, Reason.UNVERIFIED)
    stores.referrals.exclude(made, person("ada"), Reason.UNVERIFIED, bounced, NOON)
    assert (tidy(unverified=stores.registrations, now=AFTER), is_there(stores, made)) == (1, False)


def test_one_verified_while_we_were_looking_stays(stores: Stores) -> None:
    made = take_in(stores)
    [late] = stores.registrations.overdue(AFTER)
    stores.referrals.verify(made, person("ada"), verified(made), NOON)
    with pytest.raises(AlreadyDecided):
        stores.registrations.forget(late)
    assert is_there(stores, made)


def test_one_already_gone_is_no_failure(stores: Stores) -> None:
    stores.registrations.forget(RegistrationId("reg_gone"))


def test_all_go_wherever_they_lie(stores: Stores) -> None:
    made = [take_in(stores, f"person{n}") for n in range(40)]
    assert tidy(unverified=stores.registrations, now=AFTER) == 40
    assert not any(is_there(stores, one) for one in made)


def test_a_sweep_says_what_is_late_and_deletes_what_is_over(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    stores, day_ago = on_table(table), datetime.now(UTC) - UNVERIFIED_KEPT
    old = take_in(stores, "old", at=day_ago - timedelta(minutes=1))
    new = take_in(stores, "new", at=day_ago + timedelta(hours=1))
    monkeypatch.setenv("SWEEP_AFTER_SECONDS", "120")
    monkeypatch.setattr(sweep_handler, "voice", FakeVoice)
    monkeypatch.setattr(sweep_handler, "table", lambda: table)
    swept = sweep_handler.handle({}, CONTEXT)
    assert swept == {"said": 2, "refused": 0, "tidied": 1}
    assert (is_there(stores, old), is_there(stores, new)) == (False, True)
