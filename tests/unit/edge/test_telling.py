"""A record that fails is told of by what failed and where, and never by what was said."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest

import functions.count.handler as count_handler
import functions.publish.handler as publish_handler
import functions.suppress.handler as suppress_handler
from shared import queue
from shared.observe import logger
from tests.support.asking import CONTEXT, messages, queued, streamed
from tests.support.builders import PEPPER, PROGRAMME, a_registration
from tests.support.facts import approved, milestone, verified

ADDRESS = "ada@example.org"
type Patch = pytest.MonkeyPatch


@pytest.fixture
def log(monkeypatch: Patch) -> io.StringIO:
    written = io.StringIO()
    monkeypatch.setattr(logger.registered_handler, "stream", written)
    return written


def broken(*_: Any, **__: Any) -> None:
    raise ValueError(f"no mail for {ADDRESS}")


def a_fact(_: Patch) -> Any:
    return queue.each_fact(queued(approved()), CONTEXT, broken)


def a_count(monkeypatch: Patch) -> Any:
    monkeypatch.setattr(count_handler, "table", lambda: None)
    monkeypatch.setattr(count_handler, "pepper", lambda: PEPPER)
    monkeypatch.setattr(count_handler, "programme", lambda: PROGRAMME)
    monkeypatch.setattr(count_handler, "count", broken)
    waiting = verified(a_registration()).model_dump(mode="json")
    return count_handler.handle(messages(waiting), CONTEXT)


def a_publish(monkeypatch: Patch) -> Any:
    monkeypatch.setattr(publish_handler, "voice", lambda: None)
    monkeypatch.setattr(publish_handler, "outbox", lambda: None)
    monkeypatch.setattr(publish_handler, "publish", broken)
    return publish_handler.handle(streamed(milestone(1)), CONTEXT)


def a_bounce(monkeypatch: Patch) -> Any:
    monkeypatch.setattr(suppress_handler, "read", broken)
    return suppress_handler.handle(messages({}), CONTEXT)


@pytest.mark.parametrize("fails", [a_fact, a_count, a_publish, a_bounce])
def test_a_failing_record_is_told_by_type_and_place_and_comes_again(
    fails: Callable[[Patch], Any],
    log: io.StringIO,
    monkeypatch: Patch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    reply = fails(monkeypatch)
    assert len(reply["batchItemFailures"]) == 1
    [told] = [line for line in map(json.loads, log.getvalue().splitlines()) if "error" in line]
    assert (told["level"], told["message"], told["error"]) == ("ERROR", "unhandled", "ValueError")
    assert told["at"][-1].endswith(" broken")
    assert ADDRESS not in log.getvalue() + caplog.text
