"""A message's turns: whoever has it in hand is one, and whoever has lost it is found out."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain import redelivery
from shared.domain.heard import Answered, Unanswered, Why
from shared.domain.redelivery import Again, Delivered, GivenUp, Gone, Outcome
from shared.domain.webhook_message import (
    GRACE,
    LEASE,
    NEAR,
    SHOWN,
    Attempt,
    Message,
    State,
    again,
    day_of,
    dropped,
    recorded,
    renewed,
    taken,
)
from shared.mint import mint
from tests.support.builders import NOON
from tests.support.webhooking import a_note

FAILED = Attempt.of(Answered(500), NOON, 12)
OUTCOMES = st.sampled_from(
    [Delivered(), GivenUp(), Gone(), Again(NOON + timedelta(seconds=5)), Again(NOON + 4 * NEAR)]
)


def test_a_new_one_is_to_be_sent_at_once_and_looked_for_soon_after() -> None:
    made = a_note()
    assert (made.state, made.next_at, made.look_at) == (State.WAITING, NOON, NOON + GRACE)
    assert made.ticket.turn == made.turn


@given(st.lists(OUTCOMES, max_size=30))
def test_every_step_is_another_turn_and_what_waits_is_always_looked_for(
    outcomes: list[Outcome],
) -> None:
    message, turns = a_note(), {1}
    for outcome in outcomes:
        if not message.is_waiting:
            break
        for step in (taken(message, NOON), recorded(taken(message, NOON), FAILED, outcome)):
            assert step.turn > message.turn
            message = step
            assert message.turn not in turns
            turns.add(message.turn)
            assert (message.look_at is not None) == message.is_waiting
    assert len(message.attempts) <= SHOWN


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Delivered(), State.DELIVERED),
        (GivenUp(), State.FAILED),
        (Gone(), State.FAILED),
        (Again(NOON + timedelta(seconds=5)), State.WAITING),
    ],
)
def test_an_outcome_is_a_state(outcome: Outcome, state: State) -> None:
    after = recorded(a_note(), FAILED, outcome)
    assert (after.state, after.tries, after.attempts) == (state, 1, (FAILED,))


def test_what_is_near_is_the_queues_and_what_is_far_the_clocks() -> None:
    near, far = NOON + NEAR, NOON + NEAR + timedelta(seconds=1)
    assert recorded(a_note(), FAILED, Again(near)).look_at == near + GRACE
    assert recorded(a_note(), FAILED, Again(far)).look_at == far


def test_an_attempt_is_in_hand_for_its_lease_and_a_queued_one_for_its_grace() -> None:
    assert taken(a_note(), NOON).look_at == NOON + LEASE
    assert renewed(a_note(), NOON).look_at == NOON + GRACE


def test_one_that_is_asked_for_again_begins_its_plan_anew_and_keeps_its_log() -> None:
    over: Message = a_note()
    for _ in range(len(redelivery.PLAN) + 1):
        over = recorded(over, FAILED, GivenUp())
    asked = again(over, NOON)
    assert (asked.state, asked.tries, len(asked.attempts)) == (State.WAITING, 0, 8)
    assert asked.message_id == over.message_id


def test_one_that_is_dropped_is_looked_for_no_more() -> None:
    gone = dropped(a_note())
    assert (gone.state, gone.next_at, gone.look_at) == (State.DROPPED, None, None)


def test_an_attempt_has_a_status_or_why_there_is_none() -> None:
    assert Attempt.of(Answered(204), NOON, 3) == Attempt(NOON, 204, None, 3)
    assert Attempt.of(Unanswered(Why.LATE), NOON, 3) == Attempt(NOON, None, Why.LATE, 3)


@given(st.datetimes(datetime(1970, 1, 2), datetime(9999, 12, 30)))
def test_an_id_says_its_day(at: datetime) -> None:
    aware = at.replace(tzinfo=NOON.tzinfo)
    assert day_of(mint("evt", aware)) == aware.date()


@pytest.mark.parametrize(
    "name",
    ["", "evt_", "evt_1", "whe_01KN35E0000000000000000000", "evt_" + "Z" * 26, "evt_" + "あ" * 26],
)
def test_what_is_no_messages_id_has_no_day(name: str) -> None:
    assert day_of(name) is None


def test_a_day_is_a_date() -> None:
    assert day_of(a_note().message_id) == date(2026, 3, 2)
