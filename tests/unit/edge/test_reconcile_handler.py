"""What reconcile tells: metrics always, a line for each difference, ids alone."""

import json
import time
from dataclasses import replace

import pytest

import functions.reconcile.handler as handler
from tests.support.acts import count, let_in
from tests.support.asking import CONTEXT
from tests.support.builders import ACME
from tests.support.fakes.memory import Memory
from tests.support.stores import in_memory

type Said = pytest.CaptureFixture[str]


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Memory:
    memory = Memory()
    stores = in_memory(memory)
    monkeypatch.setattr(handler, "table", lambda: None)
    monkeypatch.setattr(handler, "Books", lambda _: stores.books)
    monkeypatch.setattr(handler, "Outboxes", lambda _: stores.outbox)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    let_in(stores)
    count(stores)
    memory.outbox.clear()
    return memory


def metrics(said: Said) -> dict[str, float]:
    lines = [json.loads(line) for line in said.readouterr().out.splitlines() if "_aws" in line]
    return {name: value[0] for name, value in lines[-1].items() if isinstance(value, list)}


def test_no_difference_is_said_too(memory: Memory, capsys: Said) -> None:
    answer = handler.handle({}, CONTEXT)
    assert (answer["companies"], answer["differences"], answer["shown"]) == (1, 0, [])
    assert memory.outbox == {}
    found = {"Reconciled": 1.0, "ReconcileDifference": 0.0, "ReconcileRestless": 0.0}
    assert metrics(capsys) == found


def test_a_difference_is_counted_and_shown_by_ids_alone(memory: Memory, capsys: Said) -> None:
    memory.tallies[ACME] = replace(memory.tallies[ACME], n=2)
    answer = handler.handle({}, CONTEXT)
    shown = {"company_id": ACME, "what": "tally n", "stored": "2", "rebuilt": "1"}
    assert (answer["differences"], answer["shown"]) == (1, [shown])
    assert metrics(capsys)["ReconcileDifference"] == 1
    assert "ada" not in json.dumps(answer)
    [said] = memory.outbox.values()
    assert (said[1].detail_type, said[1].company_id) == ("ReconcileDifference", ACME)
    assert json.loads(said[1].detail)["differences"] == 1
