"""What was committed is said: at once by the stream, or late by the sweeper."""

from datetime import timedelta

import pytest

from functions.publish.flow import publish
from functions.sweep.flow import sweep, tidy
from shared.domain.errors import Conflict, RelayError, Unavailable
from shared.domain.registration import UNVERIFIED_KEPT
from tests.support.acts import let_in, take_in
from tests.support.builders import ACME, NOON
from tests.support.fakes.memory import Memory
from tests.support.fakes.outbox import FakeOutbox, FakeVoice
from tests.support.stores import Stores

LATER = NOON + timedelta(minutes=3)
TWO_MINUTES = timedelta(minutes=2)


def test_what_was_said_is_forgotten(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    voice = FakeVoice()
    [said] = stores.waiting()
    publish(said, voice=voice, outbox=stores.outbox)
    assert (voice.heard, memory.outbox) == ([said], {})


def test_what_nobody_took_is_not_forgotten(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    [said] = stores.waiting()
    voice = FakeVoice(deaf_to={said.event_id})
    with pytest.raises(Unavailable):
        publish(said, voice=voice, outbox=stores.outbox)
    assert list(memory.outbox) == [f"approved:{ACME}"]


def test_one_refused_does_not_stop_the_others(stores: Stores, memory: Memory) -> None:
    for name in ("ada", "bob", "eve"):
        take_in(stores, name)
    refused = f"submitted:reg_bob_{ACME}:1"
    voice = FakeVoice(deaf_to={refused})
    swept = sweep(older_than=TWO_MINUTES, outbox=stores.outbox, voice=voice, now=LATER)
    assert (swept, list(memory.outbox)) == ((2, 1), [refused])
    assert len(voice.heard) == 2


@pytest.mark.parametrize("refusal", [Unavailable("away"), Conflict("busy")])
def test_one_said_and_not_forgotten_does_not_stop_the_others(
    stores: Stores, memory: Memory, refusal: RelayError
) -> None:
    for name in ("ada", "bob", "eve"):
        take_in(stores, name)
    kept = f"submitted:reg_ada_{ACME}:1"
    outbox, voice = FakeOutbox(memory, {kept: refusal}), FakeVoice()
    swept = sweep(older_than=TWO_MINUTES, outbox=outbox, voice=voice, now=LATER)
    assert (swept, list(memory.outbox), len(voice.heard)) == ((2, 1), [kept], 3)


def test_what_the_stream_may_still_say_is_left_to_it(stores: Stores, memory: Memory) -> None:
    take_in(stores)
    now = NOON + TWO_MINUTES
    swept = sweep(older_than=TWO_MINUTES, outbox=stores.outbox, voice=FakeVoice(), now=now)
    assert (swept, len(memory.outbox)) == ((0, 0), 1)


def test_one_that_cannot_be_deleted_just_now_does_not_stop_the_others(
    stores: Stores, memory: Memory
) -> None:
    for name in ("ada", "bob", "eve"):
        take_in(stores, name)
    memory.conflicts = 1
    late = NOON + UNVERIFIED_KEPT + timedelta(seconds=1)
    assert tidy(unverified=stores.registrations, now=late) == 2
    assert len(memory.registrations) == 1
