"""The three functions as the queues call them, and what they log: neither keys nor persons."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from functions.ask import handler as ask
from functions.poll import handler as poll
from functions.write_back import handler as write_back
from shared import clock
from shared.connectors.wire import Wire
from shared.domain.application import Life
from shared.domain.ats_event import ApplicationEvent, Kind
from shared.domain.connection import Provider
from shared.observe import logger
from shared.settings import SITE
from shared.table.commit import Table
from tests.support import asked_vendors
from tests.support.asked_vendors import AskedVendors, Handed
from tests.support.asking import CONTEXT, messages
from tests.support.builders import PEPPER
from tests.support.vendors import greenhouse, herp
from tests.support.vendors.greenhouse import FakeGreenhouse, an_application
from tests.support.vendors.serving import Reply, Served, serving
from tests.support.wired import wire

NOW = datetime(2026, 4, 1, 3, 0, tzinfo=UTC)
REF = "265293"
SETTINGS = {"client_id": greenhouse.CLIENT, "name_key": greenhouse.RELAY_URL}
WHOLE = {"batchItemFailures": list[object]()}


class Patient:
    """A context with time left."""

    def __getattr__(self, name: str) -> Any:
        return getattr(CONTEXT, name)

    def get_remaining_time_in_millis(self) -> int:
        return 180_000


@dataclass
class Back:
    put: list[tuple[str, timedelta]] = field(default_factory=list)

    def for_(self, receipt: str, wait: timedelta) -> None:
        self.put.append((receipt, wait))


@pytest.fixture
def asked(table: Table, monkeypatch: pytest.MonkeyPatch) -> AskedVendors:
    wire(monkeypatch, table, ask, poll, write_back)
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setenv(SITE, asked_vendors.SITE)
    return AskedVendors(table, PEPPER)


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    written = io.StringIO()
    monkeypatch.setattr(logger.registered_handler, "stream", written)
    return written


@pytest.fixture
def served() -> Iterator[Served]:
    with serving(herp.FakeHerp([herp.a_candidacy(1)])) as served:
        yield served


def lead(monkeypatch: pytest.MonkeyPatch, asked: AskedVendors, wire: Wire) -> None:
    vendors = asked.vendors(wire)
    for module in (ask, write_back):
        monkeypatch.setattr(module, "vendors", lambda: vendors)


def test_a_turn_is_handed_on_and_asked(
    asked: AskedVendors, monkeypatch: pytest.MonkeyPatch, served: Served
) -> None:
    handed, connection = Handed(), asked.connected(Provider.HERP, herp.KEY, NOW)
    monkeypatch.setattr(poll, "turns", lambda: handed)
    lead(monkeypatch, asked, served.wire)
    assert poll.handle({}, CONTEXT) == {"handed": 1, "refused": 0}
    [(name, _)] = handed.turns
    event = messages({"connection_id": name})
    assert ask.handle(event, Patient()) == WHOLE
    found = asked.application(connection, str(herp.a_candidacy(1)["id"]))
    assert found is not None
    assert found.life is Life.DORMANT


def test_neither_keys_nor_persons_are_logged(
    asked: AskedVendors,
    monkeypatch: pytest.MonkeyPatch,
    served: Served,
    log: io.StringIO,
    capsys: pytest.CaptureFixture[str],
) -> None:
    connection = asked.connected(Provider.HERP, herp.KEY, NOW)
    lead(monkeypatch, asked, served.wire)
    monkeypatch.setattr(ask, "Hearings", lambda _: 1 / 0)
    event = messages({"connection_id": connection.connection_id})
    failed = ask.handle(event, Patient())
    assert len(failed["batchItemFailures"]) == 1
    monkeypatch.undo()
    said = log.getvalue() + capsys.readouterr().out
    assert "unhandled" in said
    for word in (herp.KEY, *map(str, herp.PERSON.values())):
        assert word == "29" or word not in said


def told(asked: AskedVendors) -> dict[str, Any]:
    connection = asked.connected(Provider.GREENHOUSE, greenhouse.SECRET, NOW, SETTINGS)
    asked.hears(connection, ApplicationEvent(Kind.CREATED, REF, occurred_at=NOW), NOW)
    fact = asked.created(connection, REF, NOW)
    detail = json.loads(fact.model_dump_json())
    event = messages({"detail-type": "ApplicationCreated", "detail": detail})
    event["Records"][0] |= {"receiptHandle": "r", "attributes": {"ApproximateReceiveCount": "1"}}
    return event


def test_a_fact_comes_to_the_vendors_field_and_what_waits_back_to_the_queue(
    asked: AskedVendors, monkeypatch: pytest.MonkeyPatch, log: io.StringIO
) -> None:
    event, back, fake = told(asked), Back(), FakeGreenhouse([an_application()])
    monkeypatch.setattr(write_back, "put_back", lambda: back)
    with serving(fake) as served:
        lead(monkeypatch, asked, served.wire)
        served.wrong.append(Reply(429, None, {"Retry-After": "300"}))
        assert len(write_back.handle(event, CONTEXT)["batchItemFailures"]) == 1
        assert [wait for _, wait in back.put] == [timedelta(minutes=5)]
        assert "unhandled" not in log.getvalue()
        assert write_back.handle(event, CONTEXT) == WHOLE
    value = fake.applications[0]["custom_fields"][greenhouse.RELAY_URL]["value"]
    assert value.startswith(f"{asked_vendors.SITE}/r/")
