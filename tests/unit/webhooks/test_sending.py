"""One attempt against a server on this machine, whatever that server does."""

import ssl
import threading
import time
from pathlib import Path

import pytest

from shared.domain.heard import Answered, Unanswered, Why
from shared.webhooks.attempt import READ
from shared.webhooks.reach import Reach
from shared.webhooks.secret import Secret
from shared.webhooks.sending import LIMIT, Wire, sent, trusting
from shared.webhooks.signing import headers, signature
from shared.webhooks.target import Target, target
from tests.support.builders import NOON
from tests.unit.webhooks.receiver import NAME, Receiver, answering, certify, receiving

BODY = b'{"type":"credit.granted","data":{"number":3}}'
SIGNED = headers([Secret(b"k" * 32)], "evt_1", NOON, BODY)
OK = answering(b"HTTP/1.1 204 No Content")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certify(tmp_path_factory.mktemp("receiver"))


def heard(here: Receiver, limit: float = 10.0) -> Answered | Unanswered:
    return sent(here.url(), BODY, SIGNED, here.wire(limit=limit))


def test_the_body_arrives_as_it_was_signed(certificate: Path) -> None:
    with receiving(certificate, OK) as here:
        assert heard(here) == Answered(204)
    head, _, body = here.requests[0].partition(b"\r\n\r\n")
    first, *rows = head.decode().split("\r\n")
    said = {name.lower(): value for name, value in (row.split(": ", 1) for row in rows)}
    assert first == "POST /relay?of=acme HTTP/1.1"
    assert body == BODY
    assert said["host"] == f"{NAME}:{here.port}"
    assert said["content-type"] == "application/json"
    at = int(said["webhook-timestamp"])
    assert said["webhook-signature"] == signature(Secret(b"k" * 32), "evt_1", at, body)


def test_the_handshake_and_the_host_name_the_name_not_the_address(certificate: Path) -> None:
    with receiving(certificate, OK) as here:
        heard(here)
    assert here.names == [NAME]


def test_a_name_that_turns_inside_after_it_was_checked_is_not_followed(certificate: Path) -> None:
    answers = [("127.0.0.1",), ("10.0.0.1",)]
    asked: list[str] = []

    def rebinding(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return answers[min(len(asked), len(answers)) - 1]

    with receiving(certificate, OK) as here:
        wire = here.wire(rebinding)
        assert sent(here.url(), BODY, SIGNED, wire) == Answered(204)
        assert asked == [NAME]
        assert sent(here.url(), BODY, SIGNED, wire) == Unanswered(Why.ADDRESS)
    assert here.connections == 1


def test_without_leave_this_machine_is_not_connected_to(certificate: Path) -> None:
    with receiving(certificate, OK) as here:
        ports = Reach(ports=frozenset({here.port}))
        wire = Wire(trusting(), lambda host, port: ("127.0.0.1",), ports)
        assert sent(here.url(), BODY, SIGNED, wire) == Unanswered(Why.ADDRESS)
    assert here.connections == 0


def test_the_next_address_is_tried_where_one_is_dead(certificate: Path) -> None:
    with receiving(certificate, OK) as here:
        wire = here.wire(lambda host, port: ("127.0.0.2", "127.0.0.1"))
        assert sent(here.url(), BODY, SIGNED, wire) == Answered(204)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(certificate: Path, status: int) -> None:
    moved = answering(f"HTTP/1.1 {status} Moved\r\nLocation: https://{NAME}/else".encode())
    with receiving(certificate, moved) as here:
        assert heard(here) == Answered(status)
    assert here.connections == 1


def test_retry_after_is_handed_on(certificate: Path) -> None:
    busy = answering(b"HTTP/1.1 429 Busy\r\nRetry-After: 120\r\nContent-Length: 0")
    with receiving(certificate, busy) as here:
        assert heard(here) == Answered(429, "120")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (b"", Why.UNREACHED),
        (b"hello\r\n\r\n", Why.GARBLED),
        (b"HTTP/1.1 abc\r\n\r\n", Why.GARBLED),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 300, Why.GARBLED),
        (b"HTTP/1.1 200 " + b"x" * 70000, Why.GARBLED),
        (b"\xff\xfe\x00" * 20, Why.GARBLED),
    ],
)
def test_an_answer_nobody_can_read_is_a_failure(certificate: Path, said: bytes, why: Why) -> None:
    with receiving(certificate, lambda line: line.sendall(said)) as here:
        assert heard(here) == Unanswered(why)


@pytest.mark.parametrize(
    "body",
    [b"a" * 10 * READ, b"", b"ZZ\r\nno chunk"],
    ids=["large", "none", "garbled"],
)
def test_the_body_of_the_answer_changes_nothing(certificate: Path, body: bytes) -> None:
    answer = answering(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked", body)
    with receiving(certificate, answer) as here:
        assert heard(here) == Answered(200)


def test_an_endless_body_is_read_to_its_bound_and_left(certificate: Path) -> None:
    written = threading.Event()

    def endless(line: ssl.SSLSocket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        try:
            while True:
                line.sendall(b"a" * 65536)
        finally:
            written.set()

    with receiving(certificate, endless) as here:
        assert heard(here) == Answered(200)
        assert written.wait(5)


def dripping(line: ssl.SSLSocket) -> None:
    """A byte now and then, so that no single read is ever late."""
    line.sendall(b"HTTP/1.1 200 OK\r\nA: ")
    for _ in range(200):
        line.sendall(b"a")
        threading.Event().wait(0.02)


@pytest.mark.parametrize("head", [dripping, lambda line: line.recv(1)], ids=["drips", "silent"])
def test_who_answers_too_slowly_has_not_answered(certificate: Path, head: object) -> None:
    assert callable(head)
    with receiving(certificate, head) as here:
        began = time.monotonic()
        assert heard(here, limit=0.5) == Unanswered(Why.LATE)
        assert time.monotonic() - began < 3


def test_a_slow_body_after_a_good_head_is_delivered(certificate: Path) -> None:
    def slow(line: ssl.SSLSocket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")
        line.recv(1)

    with receiving(certificate, slow) as here:
        assert heard(here, limit=0.5) == Answered(200)


def test_a_resolver_that_hangs_holds_nobody_and_is_not_acted_on_later(certificate: Path) -> None:
    answered = threading.Event()

    def hanging(host: str, port: int) -> tuple[str, ...]:
        answered.wait(5)
        return ("127.0.0.1",)

    with receiving(certificate, OK) as here:
        before = set(threading.enumerate())
        assert sent(here.url(), BODY, SIGNED, here.wire(hanging, 0.2)) == Unanswered(Why.LATE)
        answered.set()
        for thread in set(threading.enumerate()) - before:
            thread.join(5)
    assert here.connections == 0


def test_a_certificate_of_another_name_or_of_nobody_is_refused(certificate: Path) -> None:
    with receiving(certificate, OK) as here:
        other = here.url("other.example.test")
        assert sent(other, BODY, SIGNED, here.wire()) == Unanswered(Why.TLS)
        known = here.wire()
        stranger = Wire(trusting(), known.resolver, known.reach)
        assert sent(here.url(), BODY, SIGNED, stranger) == Unanswered(Why.TLS)
    assert here.requests == []


def test_a_closed_door_is_a_failure(certificate: Path) -> None:
    with receiving(certificate, OK) as here:
        pass
    assert heard(here) == Unanswered(Why.UNREACHED)


@pytest.mark.parametrize("url", ["http://hooks.example.test/", "https://127.0.0.1/", "", "\ud800"])
def test_a_url_that_is_not_fit_is_not_sent_to(url: str) -> None:
    assert sent(url, BODY, SIGNED, Wire(trusting())) == Unanswered(Why.ADDRESS)


def test_old_tls_is_not_spoken_and_the_limit_is_fifteen_seconds() -> None:
    assert trusting().minimum_version == ssl.TLSVersion.TLSv1_2
    assert trusting().verify_mode == ssl.CERT_REQUIRED
    assert trusting().check_hostname
    assert Wire(trusting()).limit == LIMIT == 15


def test_a_company_url_reads_as_its_server() -> None:
    assert target(f"https://{NAME}/") == Target(NAME, 443, "/")
