"""Facts of the bus become mails."""

from datetime import UTC, datetime
from typing import Any

import pytest

import functions.notify.handler as notify_handler
from shared import people
from tests.support.acts import take_in
from tests.support.asking import CONTEXT, queued
from tests.support.builders import AGENCY, PEPPER, PROGRAMME
from tests.support.facts import submitted
from tests.support.fakes.memory import Memory
from tests.support.fakes.post import FakePost
from tests.support.stores import Stores, in_memory


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def stores(memory: Memory) -> Stores:
    return in_memory(memory)


def failed(reply: Any) -> list[str]:
    return [failure["itemIdentifier"] for failure in reply["batchItemFailures"]]


def wire_notify(stores: Stores, post: FakePost, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "agency", lambda: AGENCY)
    monkeypatch.setattr(notify_handler, "table", lambda: None)
    monkeypatch.setattr(notify_handler, "pepper", lambda: PEPPER)
    monkeypatch.setattr(notify_handler, "programme", lambda: PROGRAMME)
    monkeypatch.setenv("STAGE", "dev")
    monkeypatch.setenv("SITE", "https://relay.example")
    monkeypatch.setattr(notify_handler, "post", lambda: post)
    for name in ("Registrations", "Companies", "Ledgers", "Mails"):
        store = getattr(stores, name.lower())
        monkeypatch.setattr(notify_handler, name, lambda _, store=store: store)


def test_a_code_goes_out_with_its_registrations_name_on_it(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = FakePost()
    wire_notify(stores, post, monkeypatch)
    late, made = take_in(stores, "late"), take_in(stores, at=datetime.now(UTC))
    batch = queued(submitted(late), submitted(made), submitted(made))
    assert failed(notify_handler.handle(batch, CONTEXT)) == []
    assert [to for to, _ in post.sent] == ["ada@example.org"]
    assert post.tags == [{"mail": "code", "registration": made.registration_id}]


def test_a_mail_refused_comes_again(
    stores: Stores, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = FakePost(refusing=True)
    wire_notify(stores, post, monkeypatch)
    made = take_in(stores, at=datetime.now(UTC))
    assert failed(notify_handler.handle(queued(submitted(made)), CONTEXT)) == ["0"]
    post.refusing = False
    assert failed(notify_handler.handle(queued(submitted(made)), CONTEXT)) == []
    assert len(post.sent) == 1
    assert memory.registrations[made.registration_id] == made
