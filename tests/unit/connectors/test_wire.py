"""An answer that does not end, in a time that does."""

from collections.abc import Iterator
from itertools import count

import pytest

from shared.connectors.exchange import Answer, Request
from shared.connectors.wire import LONGEST_S, Wire
from shared.domain.trouble import Trouble, Why
from tests.support.vendors.herp import FakeHerp
from tests.support.vendors.serving import Reply, Rerouted, Served, serving

REQUEST = Request("GET", "https://vendor.example/hire/v1/candidacies", {"Authorization": "key"})


@pytest.fixture
def served() -> Iterator[Served]:
    with serving(FakeHerp()) as served:
        yield served


def test_an_answer_that_takes_too_long_as_a_whole_is_given_up(served: Served) -> None:
    served.wrong.append(Reply(200, "x" * 1_000_000))
    ticks = count(0, LONGEST_S * 0.6)
    answer = Wire(Rerouted(served.port), lambda: next(ticks)).ask(REQUEST)
    assert isinstance(answer, Trouble)
    assert (answer.why, answer.detail) == (Why.TRY_AGAIN, "the answer took too long")


def test_headers_come_in_lower_case(served: Served) -> None:
    served.wrong.append(Reply(200, "x", {"X-Remaining": "7"}))
    answer = served.wire.ask(REQUEST)
    assert isinstance(answer, Answer)
    assert answer.headers["x-remaining"] == "7"


def test_neither_keys_nor_bodies_are_shown(served: Served) -> None:
    served.wrong.append(Reply(200, "花子"))
    answer = served.wire.ask(REQUEST)
    assert "花子" not in repr(answer)
    assert "key" not in repr(REQUEST)


def test_nobody_is_led_elsewhere(served: Served) -> None:
    there = f"http://127.0.0.1:{served.port}/hire/v1/candidacies"
    served.wrong.append(Reply(302, "", {"Location": there}))
    answer = served.wire.ask(REQUEST)
    assert isinstance(answer, Answer)
    assert (answer.status, len(served.asked)) == (302, 1)
