"""Messages of one batch stand or fall alone."""

from typing import Any

import pytest

import functions.count.handler as count_handler
import functions.publish.handler as publish_handler
import functions.sweep.handler as sweep_handler
from shared import queue
from shared.contracts.events import Event, MilestoneReached
from shared.domain.errors import Conflict
from tests.support.acts import let_in, take_in
from tests.support.asking import CONTEXT, messages, queued, streamed
from tests.support.builders import ACME, PEPPER, PROGRAMME
from tests.support.facts import approved, milestone, verified
from tests.support.fakes.memory import Memory
from tests.support.fakes.outbox import FakeVoice
from tests.support.stores import Stores, in_memory

FAILED = "batchItemFailures"


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def stores(memory: Memory) -> Stores:
    return in_memory(memory)


def failed(reply: Any) -> list[str]:
    return [failure["itemIdentifier"] for failure in reply[FAILED]]


def test_a_fact_that_fails_comes_again_and_the_others_do_not() -> None:
    handled: list[Event] = []

    def one(fact: Event) -> None:
        assert isinstance(fact, MilestoneReached)
        if fact.number == 2:
            raise Conflict
        handled.append(fact)

    facts = [milestone(1), milestone(2), milestone(3)]
    assert failed(queue.each_fact(queued(*facts), CONTEXT, one)) == ["1"]
    assert handled == [milestone(1), milestone(3)]


@pytest.mark.parametrize(
    "body",
    [
        {"detail-type": "NobodyKnows", "detail": {}},
        {"detail-type": "MilestoneReached", "detail": {"number": 0}},
        {},
    ],
)
def test_a_message_that_is_no_fact_fails_alone(body: dict[str, Any]) -> None:
    handled: list[Event] = []
    good = queued(approved())["Records"][0]
    batch = {"Records": [messages(body)["Records"][0], {**good, "messageId": "good"}]}
    assert failed(queue.each_fact(batch, CONTEXT, handled.append)) == ["0"]
    assert handled == [approved()]


def test_the_stream_says_each_outbox_item_as_it_was_committed(
    stores: Stores, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_in(stores)
    voice = FakeVoice(deaf_to={milestone(1).event_id})
    monkeypatch.setattr(publish_handler, "voice", lambda: voice)
    monkeypatch.setattr(publish_handler, "outbox", lambda: stores.outbox)
    [waiting] = stores.waiting()
    batch = streamed(milestone(1), approved())
    assert failed(publish_handler.handle(batch, CONTEXT)) == [milestone(1).event_id]
    assert (voice.heard, memory.outbox) == ([waiting], {})


def test_a_sweep_by_hand_takes_everything_at_once(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_in(stores)
    monkeypatch.setenv("SWEEP_AFTER_SECONDS", "120")
    monkeypatch.setattr(sweep_handler, "voice", FakeVoice)
    monkeypatch.setattr(sweep_handler, "table", lambda: None)
    monkeypatch.setattr(sweep_handler, "Outboxes", lambda _: stores.outbox)
    monkeypatch.setattr(sweep_handler, "Registrations", lambda _: stores.registrations)
    swept = sweep_handler.handle({"older_than_seconds": 0}, CONTEXT)
    assert swept == {"said": 1, "refused": 0, "tidied": 0}


def test_a_queued_registration_that_meets_others_waits_with_its_company(
    stores: Stores, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_in(stores)
    made = take_in(stores)
    monkeypatch.setattr(count_handler, "table", lambda: None)
    monkeypatch.setattr(count_handler, "pepper", lambda: PEPPER)
    monkeypatch.setattr(count_handler, "programme", lambda: PROGRAMME)
    monkeypatch.setattr(count_handler, "Registrations", lambda _: stores.registrations)
    monkeypatch.setattr(count_handler, "Referrals", lambda _: stores.referrals)
    monkeypatch.setattr("time.sleep", lambda _: None)
    batch = messages(verified(made).model_dump(mode="json"))
    memory.conflicts = 4
    assert failed(count_handler.handle(batch, CONTEXT)) == ["0"]
    assert failed(count_handler.handle(batch, CONTEXT)) == []
    assert memory.tallies[ACME].n == 1
