"""An attempt, and what follows it: again by the plan, given up, gone, or delivered."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from functions.again.flow import again
from functions.deliver.flow import ROOM
from shared.domain.endpoint_health import Disabled, Health
from shared.domain.heard import Answered, Why
from shared.domain.ids import EndpointId
from shared.domain.redelivery import PLAN
from shared.domain.webhook_message import LEASE, Message, State, taken
from shared.table.commit import Table
from shared.table.messages import Messages
from tests.support.builders import ACME, NOON
from tests.support.dying import Killed, dying
from tests.support.webhooking import (
    DOWN,
    GONE,
    HOOKS,
    LATE,
    OK,
    Webhooks,
    a_hook,
    a_note,
    granted,
)

URL = a_hook().url
OTHER = EndpointId("whe_other")


def test_it_is_sent_once_and_logged(hooks: Webhooks) -> None:
    hooks.hook()
    hooks.tells(granted())
    assert hooks.delivers() == ["Delivered"]
    [message] = hooks.log()
    [attempt] = message.attempts
    assert (message.state, attempt.status, message.next_at) == (State.DELIVERED, 200, None)
    assert hooks.receiver.heard == [(URL, message.message_id)]
    hooks.later(days=2)
    assert hooks.sweeps() == {}


def test_the_plan_is_kept_to_its_end(hooks: Webhooks) -> None:
    """5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 10 h: eight attempts, within a minute of their time."""
    hooks.hook()
    hooks.receiver.says[URL] = DOWN
    hooks.tells(granted())
    hooks.delivers()
    hooks.minutes_pass(hours=40)
    [message] = hooks.log()
    assert message.state is State.FAILED and message.next_at is None
    times = [attempt.at for attempt in message.attempts]
    waits = [after - before for before, after in pairwise(times)]
    assert len(waits) == len(PLAN)
    for wait, planned in zip(waits, PLAN, strict=True):
        assert planned <= wait <= planned + timedelta(minutes=2)
    assert {name for _, name in hooks.receiver.heard} == {message.message_id}, "one id for all"


def test_it_is_sent_no_more_once_it_arrived(hooks: Webhooks) -> None:
    hooks.hook()
    hooks.receiver.says[URL] = LATE
    hooks.tells(granted())
    hooks.delivers()
    hooks.receiver.says[URL] = OK
    hooks.minutes_pass(hours=1)
    [message] = hooks.log()
    assert [(each.status, each.why) for each in message.attempts] == [(None, Why.LATE), (200, None)]
    assert message.state is State.DELIVERED


def test_retry_after_is_obeyed(hooks: Webhooks) -> None:
    hooks.hook()
    hooks.receiver.says[URL] = Answered(429, "3600")
    hooks.tells(granted())
    hooks.delivers()
    [message] = hooks.log()
    assert message.next_at == NOON + timedelta(hours=1)
    hooks.later(minutes=59)
    assert (hooks.sweeps(), hooks.delivers()) == ({}, [])
    hooks.later(minutes=2)
    assert (hooks.sweeps(), len(hooks.delivers())) == ({"queued": 1}, 1)


def test_410_disables_at_once_and_nothing_more_is_sent(hooks: Webhooks) -> None:
    hooks.hook()
    hooks.receiver.says[URL] = GONE
    hooks.tells(granted(1), granted(2))
    hooks.drawn = 0.0
    assert hooks.delivers() == ["Gone", "dropped"]
    assert hooks.endpoints.find(ACME, HOOKS).disabled is Disabled.GONE
    assert len(hooks.receiver.heard) == 1
    assert sorted(message.state for message in hooks.log()) == [State.DROPPED, State.FAILED]
    hooks.later(days=2)
    assert hooks.sweeps() == {}


@pytest.mark.parametrize("turned", ["paused", "removed"])
def test_to_one_that_is_off_or_gone_by_now_nothing_is_sent(hooks: Webhooks, turned: str) -> None:
    endpoint = hooks.hook()
    hooks.tells(granted())
    if turned == "removed":
        hooks.endpoints.remove(endpoint)
    else:
        hooks.endpoints.change(endpoint, a_hook(paused=True))
    assert hooks.delivers() == ["dropped"]
    assert hooks.receiver.heard == []


def test_a_ticket_of_another_turn_does_nothing(hooks: Webhooks) -> None:
    hooks.hook()
    hooks.tells(granted())
    [(_, ticket)] = hooks.queue.waiting
    hooks.delivers()
    hooks.queue.send(ticket)
    assert hooks.delivers() == ["stale"]
    hooks.queue.send(a_note(9).ticket)
    assert hooks.delivers() == ["stale"]
    assert len(hooks.receiver.heard) == 1


def test_of_two_tickets_of_one_turn_one_sends(hooks: Webhooks) -> None:
    """SQS delivers at least once: the second comes while the first is under way."""
    hooks.hook()
    hooks.tells(granted())
    [(_, ticket)] = hooks.queue.waiting
    second: list[str] = []
    hooks.receiver.then = lambda: second.append(hooks.delivery.deliver(ticket))
    assert hooks.delivers() == ["Delivered"]
    assert second == ["stale"]
    assert len(hooks.receiver.heard) == 1


def test_where_there_is_no_room_it_waits_longer_each_time(hooks: Webhooks) -> None:
    hooks.hook()
    slow = a_note(1)
    hooks.messages.add(slow)
    hooks.messages.take(slow, taken(slow, NOON), 0, NOON)
    hooks.tells(granted(2))
    waits = []
    for _ in range(7):
        assert hooks.delivers() == ["full"]
        [(at, ticket)] = hooks.queue.waiting
        waits.append((at - hooks.at).total_seconds())
        hooks.queue.waiting = [(hooks.at, ticket)]
    assert waits == [1, 2, 4, 8, 16, 30, 30]
    hooks.later(seconds=LEASE.total_seconds() + 31)
    assert hooks.delivers() == ["Delivered"], "a place whose holder was killed is free in time"


def test_an_endpoint_that_fails_has_one_attempt_under_way_and_others_some(hooks: Webhooks) -> None:
    hooks.hook(health=Health(NOON, NOON, 1))
    hooks.hook(OTHER)
    hooks.drawn = 0.99
    for endpoint_id, slot in ((HOOKS, 0), (OTHER, ROOM - 1)):
        note = a_note(1, a_hook(endpoint_id))
        hooks.messages.add(note)
        hooks.messages.take(note, taken(note, NOON), slot, NOON)
    hooks.tells(granted(2))
    assert hooks.delivers() == ["full", "full"]
    hooks.queue.waiting = [(hooks.at, ticket) for _, ticket in hooks.queue.waiting]
    hooks.drawn = 0.0
    assert sorted(hooks.delivers()) == ["Delivered", "full"]


@pytest.mark.parametrize("nth", range(1, 6))
@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
def test_killed_between_any_two_steps_it_still_arrives(
    hooks: Webhooks, nth: int, *, done: bool
) -> None:
    hooks.hook()
    hooks.tells(granted())
    [ticket] = hooks.queue.due()
    alive, hooks.table = hooks.table, dying(hooks.table, nth, done=done)
    with suppress(Killed):
        hooks.delivery.deliver(ticket)
    hooks.table = alive
    hooks.minutes_pass(hours=1)
    [message] = hooks.log()
    assert message.state is State.DELIVERED
    assert {name for _, name in hooks.receiver.heard} == {message.message_id}
    assert 1 <= len(hooks.receiver.heard) <= 2


def test_killed_between_the_record_and_the_queue_the_clock_finds_it(hooks: Webhooks) -> None:
    hooks.hook()
    hooks.receiver.says[URL] = DOWN
    hooks.tells(granted())
    hooks.delivers()
    hooks.queue.waiting.clear()
    hooks.receiver.says[URL] = OK
    hooks.later(minutes=3)
    assert hooks.sweeps() == {"queued": 1}
    assert hooks.delivers() == ["Delivered"]


def test_the_clock_leaves_what_somebody_has_in_hand(hooks: Webhooks) -> None:
    hooks.hook()
    hooks.tells(granted())
    [ticket] = hooks.queue.due()
    swept: list[dict[str, int]] = []
    hooks.receiver.then = lambda: swept.append(hooks.sweeps())
    hooks.delivery.deliver(ticket)
    assert swept == [{}]


@dataclass(frozen=True)
class AsFound:
    """As another run read it a moment ago."""

    table: Table
    found: list[Message]

    def due(self, now: datetime) -> Iterator[Message]:
        return iter(self.found)

    def change(self, before: Message, after: Message) -> None:
        Messages(self.table).change(before, after)


def test_one_that_is_found_twice_is_queued_for_one_turn(hooks: Webhooks) -> None:
    """Two runs of the clock at once."""
    hooks.hook()
    hooks.tells(granted())
    hooks.queue.waiting.clear()
    hooks.later(minutes=3)
    found = list(hooks.messages.due(hooks.at))
    hooks.sweeps()

    late = again(messages=AsFound(hooks.table, found), tickets=hooks.queue, now=hooks.at)
    assert dict(late) == {"refused": 1}
    assert hooks.delivers() == ["Delivered"]
