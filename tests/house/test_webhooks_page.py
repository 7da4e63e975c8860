"""docs/webhooks.md says what the code does: its receiver runs, its bodies and its plan are ours."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from http.server import HTTPServer
from pathlib import Path
from typing import Any, Final

import pytest
from pydantic import TypeAdapter

from shared.contracts.events import Event
from shared.contracts.telling import OF_CREDIT, OF_JOB_ORDER, told
from shared.contracts.webhook import Message
from shared.contracts.webhook_delivery import LONGEST, AttemptAnswer
from shared.contracts.webhook_kinds import KINDS
from shared.domain.endpoint import MOST
from shared.domain.heard import Why
from shared.domain.redelivery import PLAN, SPREAD
from shared.domain.webhook_message import KEPT
from shared.webhooks.secret import Secret
from shared.webhooks.sending import LIMIT
from shared.webhooks.signing import headers

PAGE: Final = (Path(__file__).resolve().parents[2] / "docs" / "webhooks.md").read_text("utf-8")
SAMPLES: Final = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", PAGE, re.S)]
SECRET: Final = Secret.made()
WHOLE: Final[dict[str, Any]] = {
    "event_id": "fact:1",
    "occurred_at": datetime(2026, 4, 1, 13, tzinfo=UTC),
    "company_id": "co_acme",
    "credit_id": "crd_1",
    "number": 3,
    "counted": 31,
    "expires_at": datetime(2027, 4, 1, tzinfo=UTC),
    "until": datetime(2027, 4, 1, tzinfo=UTC),
    "days": 30,
    "amount": 1,
    "job_order_id": "job_1",
    "reason": "unlawful_content",
}
"""All that any fact says which is told."""
BODY: Final = json.dumps(SAMPLES[0]).encode()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["type"])
def test_each_body_is_one_of_ours_to_the_last_field(sample: dict[str, Any]) -> None:
    read: Message = TypeAdapter(Message).validate_python(sample)
    assert json.loads(read.body()) == sample


def test_there_is_a_body_of_each_kind_and_of_the_test() -> None:
    assert [one["type"] for one in SAMPLES] == [*KINDS, "webhook_endpoint.test"]


@pytest.mark.parametrize("fact", [*OF_CREDIT, *OF_JOB_ORDER], ids=lambda fact: fact.detail_type)
def test_a_body_has_the_fields_its_fact_gives_and_no_other(fact: type[Event]) -> None:
    message = told(fact.model_validate(WHOLE))
    assert message
    [sample] = [one for one in SAMPLES if one["type"] == message.type]
    assert sample["data"].keys() == json.loads(message.body())["data"].keys()


def test_the_plan_is_the_one_that_is_kept() -> None:
    [waits] = re.findall(r"^\| wait \| (.*) \| none any more \|$", PAGE, re.M)
    units = {"s": "seconds", "min": "minutes", "h": "hours"}
    said = [wait.split() for wait in waits.split(" | ")]
    assert tuple(timedelta(**{units[unit]: int(n)}) for n, unit in said) == PLAN
    assert SPREAD == 0.1 and "up to a tenth at random" in PAGE


def test_the_figures_are_the_codes() -> None:
    assert LIMIT == 15 and "within 15 seconds" in PAGE and "15 seconds were over" in PAGE
    assert f"kept for {KEPT.days} days" in PAGE
    assert f"{LONGEST.days} days and 1,000 messages at most" in PAGE
    assert MOST == 10 and "ten endpoints at most" in PAGE


def test_every_reason_of_the_log_is_explained() -> None:
    said = re.findall(r"^\| `(\w+)` \| .+ \|$", PAGE, re.M)
    assert said == [why.value for why in Why]
    assert "reason" in AttemptAnswer.model_fields


@contextmanager
def receiving(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The page's own receiver, at a port."""
    monkeypatch.setenv("WEBHOOK_SECRET", SECRET.text)
    [code] = re.findall(r"```python\n(.*?)```", PAGE, re.S)
    made: dict[str, Any] = {"__name__": "the page"}
    exec(compile(code, "docs/webhooks.md", "exec"), made)
    made["Receiver"].log_message = lambda *_: None
    server = HTTPServer(("127.0.0.1", 0), made["Receiver"])
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def posted(port: int, body: bytes, told: dict[str, str]) -> int:
    line = HTTPConnection("127.0.0.1", port, timeout=10)
    line.request("POST", "/career-relay", body, told)
    status = line.getresponse().status
    line.close()
    return status


def test_its_receiver_takes_what_we_sign_once_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now, other = datetime.now(UTC), Secret.made()
    signed = headers([other, SECRET], "evt_1", now, BODY)  # as while a secret is rotated
    with receiving(monkeypatch) as port:
        assert [posted(port, BODY, signed) for _ in range(2)] == [204, 204]
        assert posted(port, BODY.replace(b"3", b"4"), signed) == 400
        assert posted(port, BODY, headers([other], "evt_2", now, BODY)) == 400
        late = headers([SECRET], "evt_3", now - timedelta(minutes=6), BODY)
        assert posted(port, BODY, late) == 400
        assert posted(port, BODY, {}) == 400
    assert capsys.readouterr().out.count("credit.granted") == 1
