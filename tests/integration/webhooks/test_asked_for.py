"""What a company asks for by hand: a test, one message again, all of a time again; and the log."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from shared.company import webhook_messages
from shared.company.webhook_messages import Replay, replay, resend, send_test
from shared.domain.errors import Conflict, InvalidRequest, NotFound, StateForbids, Unavailable
from shared.domain.ids import EndpointId
from shared.domain.webhook_message import State, dropped, taken
from shared.mint import mint
from tests.support.builders import NOON
from tests.support.webhooking import DOWN, HOOKS, OK, Webhooks, a_hook, a_note, granted

HOUR = timedelta(hours=1)
OTHER = EndpointId("whe_other")


def told(hooks: Webhooks, count: int, since: datetime = NOON) -> None:
    """One an hour, delivered."""
    for n in range(count):
        hooks.at = since + n * HOUR
        hooks.tells(granted(n + 1, at=hooks.at))
        hooks.delivers()


def again(hooks: Webhooks, since: datetime, until: datetime) -> Replay:
    return replay(a_hook(), since, until, messages=hooks.messages, now=hooks.at)


def test_a_test_goes_the_way_of_all_others_whatever_kinds_were_asked_for(hooks: Webhooks) -> None:
    endpoint = hooks.hook(events=("job_order.closed",))
    named = mint("evt", NOON)
    made = send_test(endpoint, named, messages=hooks.messages, tickets=hooks.queue, now=NOON)
    assert made.body == (
        '{"type":"webhook_endpoint.test","timestamp":"2026-03-02T00:00:00Z",'
        '"data":{"endpoint_id":"whe_hooks"}}'
    )
    assert hooks.delivers() == ["Delivered"]
    assert hooks.messages.find(HOOKS, named).state is State.DELIVERED


def test_to_one_that_is_off_nothing_is_asked_for(hooks: Webhooks) -> None:
    off = hooks.hook(paused=True)
    with pytest.raises(StateForbids):
        send_test(off, "evt_1", messages=hooks.messages, tickets=hooks.queue, now=NOON)
    with pytest.raises(StateForbids):
        resend(off, "evt_1", messages=hooks.messages, tickets=hooks.queue, now=NOON)
    with pytest.raises(StateForbids):
        replay(off, NOON, NOON + HOUR, messages=hooks.messages, now=NOON)
    assert hooks.log() == []


def test_one_is_sent_again_under_its_id_and_by_its_plan_from_the_beginning(hooks: Webhooks) -> None:
    endpoint = hooks.hook()
    hooks.receiver.says[endpoint.url] = DOWN
    hooks.tells(granted())
    hooks.delivers()
    hooks.minutes_pass(hours=40)
    [failed] = hooks.log()
    asked = resend(
        endpoint, failed.message_id, messages=hooks.messages, tickets=hooks.queue, now=hooks.at
    )
    assert (asked.state, asked.tries) == (State.WAITING, 0)
    assert hooks.delivers() == ["Again"]
    hooks.receiver.says[endpoint.url] = OK
    hooks.minutes_pass(hours=1)
    [message] = hooks.log()
    assert (message.state, len(message.attempts)) == (State.DELIVERED, 10)
    assert {name for _, name in hooks.receiver.heard} == {failed.message_id}


def test_what_was_noted_while_it_was_off_is_sent_once_it_is_on(hooks: Webhooks) -> None:
    off = hooks.hook(paused=True)
    hooks.tells(granted())
    on = replace(off, paused=False)
    hooks.endpoints.change(off, on)
    [noted] = hooks.log()
    resend(on, noted.message_id, messages=hooks.messages, tickets=hooks.queue, now=hooks.at)
    assert hooks.delivers() == ["Delivered"]


def test_one_nobody_told_it_is_not_found(hooks: Webhooks) -> None:
    endpoint = hooks.hook()
    hooks.messages.add(a_note(1, a_hook(OTHER)))
    for name in (a_note(1).message_id, a_note(2).message_id, "evt_", "", "x" * 2000, "evt_日本"):
        with pytest.raises(NotFound):
            resend(endpoint, name, messages=hooks.messages, tickets=hooks.queue, now=NOON)


def test_one_asked_for_again_while_the_queue_is_down_is_found_by_the_clock(hooks: Webhooks) -> None:
    endpoint = hooks.hook()
    told(hooks, 1)
    hooks.queue.broken = Unavailable("no queue")
    [message] = hooks.log()
    with pytest.raises(Unavailable):
        resend(endpoint, message.message_id, messages=hooks.messages, tickets=hooks.queue, now=NOON)
    hooks.queue.broken = None
    hooks.later(minutes=3)
    assert (hooks.sweeps(), hooks.delivers()) == ({"queued": 1}, ["Delivered"])


def test_all_of_a_time_is_sent_again_under_the_same_ids(hooks: Webhooks) -> None:
    hooks.hook()
    told(hooks, 6)
    before = list(hooks.receiver.heard)
    assert again(hooks, NOON + HOUR, NOON + 3 * HOUR) == Replay(2, None)
    hooks.later(minutes=1)
    hooks.sweeps()
    assert hooks.delivers() == ["Delivered"] * 2
    assert sorted(hooks.receiver.heard[6:]) == sorted(before[1:3])


def test_what_waits_anyhow_is_not_asked_for_again(hooks: Webhooks) -> None:
    hooks.hook()
    told(hooks, 2)
    hooks.tells(granted(7, at=hooks.at))
    until = hooks.at + HOUR
    assert again(hooks, NOON, until) == Replay(2, None)
    assert again(hooks, NOON, until) == Replay(0, None)


def test_a_replay_has_an_end_and_says_where_to_go_on(
    hooks: Webhooks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook_messages, "MOST", 4)
    monkeypatch.setattr(webhook_messages, "_TOGETHER", 3)
    hooks.hook()
    told(hooks, 6)
    first = again(hooks, NOON, NOON + 9 * HOUR)
    assert first == Replay(4, NOON + 3 * HOUR)
    assert first.until is not None
    assert again(hooks, first.until, NOON + 9 * HOUR) == Replay(2, None)


def test_a_hundred_at_a_time_all_of_them_go(hooks: Webhooks) -> None:
    hooks.hook()
    for n in range(230):
        hooks.messages.add(dropped(a_note(n, at=NOON + timedelta(seconds=n))))
    assert again(hooks, NOON, NOON + HOUR) == Replay(230, None)
    assert sum(1 for _ in hooks.messages.due(NOON + timedelta(seconds=1))) == 230


def test_one_that_moved_meanwhile_keeps_no_other_back(
    hooks: Webhooks, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooks.hook()
    told(hooks, 3)
    stale = [replace(message, turn=message.turn - 1) for message in hooks.log()[:1]]
    found = [*hooks.log()[1:], *stale]
    messages = hooks.messages
    monkeypatch.setattr(type(messages), "between", lambda *_, **__: (found, False))
    assert replay(a_hook(), NOON, NOON + HOUR, messages=messages, now=hooks.at) == Replay(2, None)


def test_a_time_that_ends_before_it_begins_is_refused(hooks: Webhooks) -> None:
    with pytest.raises(InvalidRequest) as refused:
        again(hooks, NOON, NOON)
    assert refused.value.fields == {"until": "before_since"}


def test_the_log_is_read_newest_first_page_by_page(hooks: Webhooks) -> None:
    hooks.hook()
    told(hooks, 5)
    first, cursor = hooks.messages.newest(HOOKS, limit=2, after=None)
    second, cursor = hooks.messages.newest(HOOKS, limit=2, after=cursor)
    last, _ = hooks.messages.newest(HOOKS, limit=2, after=cursor)
    times = [message.occurred_at for message in (*first, *second, *last)]
    assert times == [NOON + n * HOUR for n in (4, 3, 2, 1, 0)]


def test_a_message_reads_back_as_it_was_written(hooks: Webhooks) -> None:
    hooks.hook()
    hooks.receiver.says[a_hook().url] = DOWN
    hooks.tells(granted())
    hooks.delivers()
    [message] = hooks.log()
    assert hooks.messages.named(message.ticket) == message
    assert hooks.messages.find(HOOKS, message.message_id) == message
    with pytest.raises(Conflict):
        hooks.messages.change(replace(message, turn=99), taken(message, NOON))
