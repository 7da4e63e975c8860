"""What every connector keeps, whatever its vendor does."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from shared.connectors.exchange import Answer, Request
from shared.connectors.wire import Wire, secure_pool
from shared.domain.trouble import Why
from tests.support.vendors.serving import HangsUp, Reply, Served, Silent, serving
from tests.unit.connectors.connected import CONNECTED, NOW, PERSON, Connected, trouble_of


@pytest.fixture(params=CONNECTED)
def connected(request: pytest.FixtureRequest) -> Connected:
    return CONNECTED[request.param]


@pytest.fixture
def served(connected: Connected) -> Iterator[Served]:
    with serving(connected.vendor()) as served:
        yield served


def test_it_does_its_work(connected: Connected, served: Served) -> None:
    assert trouble_of(connected.does(served.wire, None)) is None


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (Reply(403, {"message": "山田花子"}), Why.FORBIDDEN),
        (Reply(500, "oops"), Why.TRY_AGAIN),
        (Reply(503, "later"), Why.TRY_AGAIN),
        (Reply(408), Why.TRY_AGAIN),
        (Reply(400, {"error": "hanako@example.jp"}), Why.REFUSED),
        (Reply(422), Why.REFUSED),
        (Silent(), Why.TRY_AGAIN),
        (HangsUp(), Why.TRY_AGAIN),
        (Reply(200, "<html>花子"), Why.UNREADABLE),
        (Reply(200, "[" * 100_000), Why.UNREADABLE),
        (Reply(200, {"hanako": 1}), Why.UNREADABLE),
        (Reply(200, "7"), Why.UNREADABLE),
        (Reply(200, "[" + " " * 9 * 1024 * 1024 + "]"), Why.UNREADABLE),
        (Reply(302, None, {"Location": "https://elsewhere.example/"}), Why.REFUSED),
    ],
    ids=lambda v: v if isinstance(v, Why) else str(getattr(v, "status", type(v).__name__)),
)
def test_what_goes_wrong_has_a_name(
    connected: Connected, served: Served, wrong: Reply | Silent | HangsUp, why: Why
) -> None:
    served.wrong.append(wrong)
    done = connected.does(served.wire, None)
    trouble = trouble_of(done)
    assert trouble is not None
    assert trouble.why is why
    assert not any(word in repr(done) for word in PERSON)


def test_it_works_again_when_the_vendor_does(connected: Connected, served: Served) -> None:
    served.wrong.append(Reply(502))
    first = trouble_of(connected.does(served.wire, None))
    assert first is not None
    assert not first.degrades
    assert trouble_of(connected.does(served.wire, None)) is None


def test_too_many_requests_say_until_when(connected: Connected, served: Served) -> None:
    served.wrong.append(Reply(429, None, connected.limited))
    trouble = trouble_of(connected.does(served.wire, None))
    assert trouble is not None
    assert (trouble.why, trouble.retry_at) == (Why.RATE_LIMITED, NOW + timedelta(minutes=1))
    assert not trouble.degrades


@pytest.mark.parametrize("key", ["another", "キー", "two\r\nlines", "\ud800"])
def test_a_wrong_key_degrades_the_connection(
    connected: Connected, served: Served, key: str
) -> None:
    trouble = trouble_of(connected.does(served.wire, key))
    assert trouble is not None
    assert trouble.why is Why.FORBIDDEN
    assert trouble.degrades


def test_a_vendor_that_is_not_there_is_asked_again_later(connected: Connected) -> None:
    with serving(connected.vendor()) as gone:
        pass
    trouble = trouble_of(connected.does(gone.wire, None))
    assert trouble is not None
    assert trouble.why is Why.TRY_AGAIN


def test_neither_persons_nor_keys_are_in_what_comes_back(
    connected: Connected, served: Served
) -> None:
    done = repr(connected.does(served.wire, None))
    assert not any(word in done for word in (*PERSON, "of-acme", "token-"))


def test_nothing_is_asked_without_tls() -> None:
    answer = Wire().ask(Request("GET", "http://127.0.0.1:1/", {}))
    assert not isinstance(answer, Answer)
    assert answer.why is Why.REFUSED


def test_certificates_are_checked() -> None:
    assert secure_pool().connection_pool_kw["cert_reqs"] == "CERT_REQUIRED"
