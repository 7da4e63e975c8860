"""A message over real TLS, as the official library reads it; and where none is ever sent."""

import json
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest

from functions.deliver.flow import Delivery
from functions.deliver.posting import Posting
from shared.domain.endpoint import PURPOSE, Endpoint
from shared.domain.errors import NotSealed
from shared.domain.heard import Why
from shared.domain.sealed import BOTH_FOR, Sealed, rotated
from shared.domain.webhook_message import Message, State
from shared.webhooks.secret import Secret
from shared.webhooks.sending import Wire, trusting
from tests.support.builders import NOON
from tests.support.webhooking import HOOKS, Webhooks, a_hook, granted
from tests.unit.webhooks.receiver import Receiver, answering, certify, receiving

official = pytest.importorskip("standardwebhooks")
OK = answering(b"HTTP/1.1 204 No Content")
OLD, NEW = Secret(b"o" * 32), Secret(b"n" * 32)


@dataclass
class Safe:
    """Opens what was put in, for its purpose and owner; and counts how often it is asked."""

    held: dict[str, str] = field(default_factory=dict, repr=False)
    asked: list[str] = field(default_factory=list)

    def put(self, name: str, secret: Secret) -> Sealed:
        self.held[name] = secret.text
        return Sealed(name)

    def seal(self, secret: str, purpose: str, of: str) -> str:
        raise AssertionError("deliver seals nothing")

    def unseal(self, sealed: str, purpose: str, of: str) -> str:
        if (purpose, of) != (PURPOSE, HOOKS):
            raise NotSealed("this was not sealed for that")
        self.asked.append(sealed)
        return self.held[sealed]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certify(tmp_path_factory.mktemp("receiver"))


@pytest.fixture
def here(certificate: Path) -> Iterator[Receiver]:
    with receiving(certificate, OK) as made:
        yield made


def deliver(hooks: Webhooks, posting: Posting) -> Message:
    """The one message that waits, over the wire."""
    [ticket] = hooks.queue.due()
    way = hooks.delivery
    Delivery(
        way.messages, way.endpoints, way.tickets, posting, way.noted, way.now, way.drawn
    ).deliver(ticket)
    return next(message for message in hooks.log() if message.message_id == ticket.message_id)


def read(request: bytes) -> tuple[dict[str, str], bytes]:
    head, _, body = request.partition(b"\r\n\r\n")
    rows = head.decode().split("\r\n")[1:]
    return {n.lower(): v for n, v in (row.split(": ", 1) for row in rows)}, body


def verified(secret: Secret, request: bytes, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """As whoever receives it at that moment does it."""
    from standardwebhooks import webhooks

    headers, body = read(request)
    at = NOON.__class__.fromtimestamp(int(headers["webhook-timestamp"]), NOON.tzinfo)

    class Then(NOON.__class__):  # type: ignore[misc,name-defined]
        @classmethod
        def now(cls, tz: object = None) -> object:
            return at

    monkeypatch.setattr(webhooks, "datetime", Then)
    said: dict[str, object] = official.Webhook(secret.text).verify(body, headers)
    return said


def test_the_official_library_believes_what_is_delivered(
    hooks: Webhooks, here: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    safe = Safe()
    hooks.hook(url=here.url(), secrets=(safe.put("one", NEW),))
    hooks.tells(granted(3))
    assert deliver(hooks, Posting(safe, here.wire())).state is State.DELIVERED
    [request] = here.requests
    said = verified(NEW, request, monkeypatch)
    assert said == {
        "type": "credit.granted",
        "timestamp": "2026-03-02T00:00:00Z",
        "data": {"number": 3, "credit_id": "crd_3"},
    }
    headers, body = read(request)
    assert headers["webhook-id"] == hooks.log()[0].message_id
    assert body.decode() == hooks.log()[0].body
    with pytest.raises(official.WebhookVerificationError):
        official.Webhook(OLD.text).verify(body, headers)


def test_for_a_day_after_a_rotation_both_secrets_verify_and_then_the_new_one_alone(
    hooks: Webhooks, here: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    safe = Safe()
    old = safe.put("old", OLD)
    safe.put("new", NEW)
    hooks.hook(url=here.url(), secrets=rotated((old,), "new", NOON))
    posting = Posting(safe, here.wire())
    for n, after in ((1, timedelta()), (2, BOTH_FOR - timedelta(seconds=1)), (3, BOTH_FOR)):
        hooks.at = NOON + after
        hooks.tells(granted(n, at=hooks.at))
        deliver(hooks, posting)
    *both, later = here.requests
    for request in both:
        assert verified(OLD, request, monkeypatch) == verified(NEW, request, monkeypatch)
    assert verified(NEW, later, monkeypatch)
    with pytest.raises(official.WebhookVerificationError):
        verified(OLD, later, monkeypatch)


def test_the_key_is_asked_once_for_each_secret(hooks: Webhooks, here: Receiver) -> None:
    safe = Safe()
    hooks.hook(url=here.url(), secrets=(safe.put("one", NEW),))
    posting = Posting(safe, here.wire())
    for n in (1, 2, 3):
        hooks.tells(granted(n))
        deliver(hooks, posting)
    assert safe.asked == ["one"]
    assert NEW.text not in repr(posting) and "n" * 32 not in repr(posting)


def test_an_attempt_again_has_the_same_id_and_body_and_a_time_of_its_own(
    hooks: Webhooks, certificate: Path
) -> None:
    safe = Safe()
    with receiving(certificate, answering(b"HTTP/1.1 500 Oh\r\nContent-Length: 0")) as here:
        hooks.hook(url=here.url(), secrets=(safe.put("one", NEW),))
        posting = Posting(safe, here.wire())
        hooks.tells(granted(1))
        deliver(hooks, posting)
        hooks.later(seconds=6)
        deliver(hooks, posting)
    first, second = map(read, here.requests)
    assert first[1] == second[1]
    assert first[0]["webhook-id"] == second[0]["webhook-id"]
    assert int(second[0]["webhook-timestamp"]) - int(first[0]["webhook-timestamp"]) == 6


def nowhere(address: str) -> Callable[[str, int], tuple[str, ...]]:
    return lambda host, port: (address,)


@pytest.mark.parametrize(
    ("url", "address", "why"),
    [
        ("https://hooks.aozora.example/", "127.0.0.1", Why.ADDRESS),
        ("https://hooks.aozora.example/", "10.0.0.7", Why.ADDRESS),
        ("https://hooks.aozora.example/", "169.254.169.254", Why.ADDRESS),
        ("https://hooks.aozora.example/", "::1", Why.ADDRESS),
        ("https://hooks.aozora.example/", "fe80::1%eth0", Why.ADDRESS),
        ("https://hooks.aozora.example/", "fd00:ec2::254", Why.ADDRESS),
        ("https://hooks.aozora.example/", "::ffff:169.254.169.254", Why.ADDRESS),
        ("http://hooks.aozora.example/", "8.8.8.8", Why.ADDRESS),
        ("https://169.254.169.254/latest/meta-data/", "8.8.8.8", Why.ADDRESS),
        ("https://localhost/", "8.8.8.8", Why.ADDRESS),
        ("https://hooks.aozora.example:8443/", "8.8.8.8", Why.ADDRESS),
    ],
)
def test_nothing_is_sent_inside_and_the_log_says_so(
    hooks: Webhooks, monkeypatch: pytest.MonkeyPatch, url: str, address: str, why: Why
) -> None:
    def connected(*_: object, **__: object) -> None:
        raise AssertionError("somebody connects")

    monkeypatch.setattr(socket, "create_connection", connected)
    safe = Safe()
    hooks.hook(url=url, secrets=(safe.put("one", NEW),))
    hooks.tells(granted())
    message = deliver(hooks, Posting(safe, Wire(trusting(), nowhere(address))))
    [attempt] = message.attempts
    assert (attempt.status, attempt.why, message.state) == (None, why, State.WAITING)


def test_a_name_that_turns_inside_between_two_attempts_is_not_followed(
    hooks: Webhooks, certificate: Path
) -> None:
    safe, leads = Safe(), ["127.0.0.1", "10.0.0.1"]
    with receiving(certificate, answering(b"HTTP/1.1 500 Oh\r\nContent-Length: 0")) as here:
        hooks.hook(url=here.url(), secrets=(safe.put("one", NEW),))
        posting = Posting(safe, here.wire(lambda host, port: (leads.pop(0),)))
        hooks.tells(granted())
        deliver(hooks, posting)
        hooks.later(seconds=6)
        message = deliver(hooks, posting)
    assert [(each.status, each.why) for each in message.attempts] == [
        (500, None),
        (None, Why.ADDRESS),
    ]
    assert len(here.requests) == 1


def test_a_redirect_is_a_failure_and_leads_nowhere(hooks: Webhooks, certificate: Path) -> None:
    safe = Safe()
    moved = answering(
        b"HTTP/1.1 307 Moved\r\nLocation: https://169.254.169.254/\r\nContent-Length: 0"
    )
    with receiving(certificate, moved) as here:
        hooks.hook(url=here.url(), secrets=(safe.put("one", NEW),))
        hooks.tells(granted())
        message = deliver(hooks, Posting(safe, here.wire()))
    assert [each.status for each in message.attempts] == [307]
    assert here.connections == 1


def test_a_secret_of_another_endpoint_opens_nothing(hooks: Webhooks, here: Receiver) -> None:
    """Its attempt is lost, and found again by the clock; nothing is sent unsigned."""
    safe = Safe()
    other: Endpoint = replace(a_hook(), endpoint_id=HOOKS, secrets=(safe.put("one", NEW),))
    safe.unseal = lambda *_: (_ for _ in ()).throw(NotSealed("no"))  # type: ignore[method-assign]
    hooks.hook(url=here.url(), secrets=other.secrets)
    hooks.tells(granted())
    with pytest.raises(NotSealed):
        deliver(hooks, Posting(safe, here.wire()))
    assert here.requests == []
    assert json.loads(hooks.log()[0].body)["type"] == "credit.granted"
