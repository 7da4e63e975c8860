"""What an endpoint was told: read, sent again, replayed; and a test."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any, get_args

import pytest

from shared.contracts.webhook_delivery import DeliveryState
from shared.domain.endpoint import Endpoint
from shared.domain.errors import Unavailable
from shared.domain.heard import Answered, Unanswered, Why
from shared.domain.redelivery import Again, Delivered, GivenUp
from shared.domain.webhook_message import Attempt, Message, State, dropped, recorded
from tests.integration.endpoints.conftest import NOW, Program
from tests.support.builders import BOLT
from tests.support.counting import Counted
from tests.support.endpoints import a_message, an_endpoint
from tests.support.webhook_log import long_log

YESTERDAY = NOW.replace(hour=0, minute=0, second=0) - timedelta(days=1)
HOUR = timedelta(hours=1)


@pytest.fixture
def endpoint(program: Program) -> Endpoint:
    made = an_endpoint()
    program.endpoints.add(made)
    return made


def told(program: Program, endpoint: Endpoint, n: int = 1, **how: Any) -> Message:
    message = a_message(endpoint, n, how.pop("at", YESTERDAY), **how)
    program.messages.add(message)
    return message


def ended(program: Program, before: Message, after: Message) -> Message:
    program.messages.change(before, after)
    return after


def path(endpoint: Endpoint, *more: str) -> str:
    return "/".join((f"/v1/webhook-endpoints/{endpoint.endpoint_id}", *more))


def read(program: Program, endpoint: Endpoint, query: str = "") -> list[dict[str, Any]]:
    status, said = program.says("GET", path(endpoint, f"deliveries{query}"))
    assert status == 200, said
    return list(said["items"])


def test_each_says_its_kind_its_state_and_every_attempt(
    program: Program, endpoint: Endpoint
) -> None:
    at = YESTERDAY + HOUR
    first, second, third = (told(program, endpoint, n) for n in (1, 2, 3))
    late = Attempt.of(Unanswered(Why.LATE), at, 15_000)
    waits = ended(program, first, recorded(first, late, Again(at + HOUR)))
    ended(program, waits, recorded(waits, Attempt.of(Answered(500), at, 80), GivenUp()))
    ended(program, second, recorded(second, Attempt.of(Answered(204), at, 31), Delivered()))
    ended(program, third, dropped(third))
    newest, taken, failed = read(program, endpoint)
    assert (newest["state"], newest["attempts"]) == ("dropped", [])
    assert (taken["state"], taken["type"]) == ("delivered", "credit.granted")
    stamp = at.isoformat().replace("+00:00", "Z")
    assert taken["attempts"] == [{"at": stamp, "status": 204, "reason": None, "took_ms": 31}]
    assert [one["reason"] or one["status"] for one in failed["attempts"]] == [
        "no_answer_in_time",
        500,
    ]
    assert failed["state"] == "failed" and failed["next_attempt_at"] is None


def test_every_state_of_a_message_is_one_of_the_contracts() -> None:
    assert set(get_args(DeliveryState)) == {state.value for state in State}


def test_pages_follow_each_other_to_the_end_without_a_gap(
    program: Program, endpoint: Endpoint
) -> None:
    names = [told(program, endpoint, n).message_id for n in range(7)]
    found, cursor = list[str](), ""
    for _ in range(4):
        said = program.says("GET", path(endpoint, f"deliveries?limit=3&cursor={cursor}"))[1]
        found += [one["delivery_id"] for one in said["items"]]
        if not (cursor := said["next_cursor"] or ""):
            break
    assert found == names[::-1] and cursor == ""
    for wrong in ("limit=0", "limit=101", "limit=x", "cursor=x", "cursor=U0xPVCM="):
        assert program.says("GET", path(endpoint, f"deliveries?{wrong}"))[0] == 422


@pytest.mark.parametrize("state", [State.DELIVERED, State.FAILED, State.WAITING])
def test_one_is_sent_again_at_once_under_its_own_id(
    program: Program, endpoint: Endpoint, state: State
) -> None:
    message = told(program, endpoint)
    before = ended(program, message, replace(message, state=state, next_at=None, tries=8))
    asks = ("POST", path(endpoint, "deliveries", message.message_id, "resend"))
    first = program.says(*asks, None, idempotency_key="one")
    assert first == (202, {"delivery_id": message.message_id, "state": "waiting"})
    [ticket] = program.tickets.sent
    assert (ticket.message_id, ticket.turn) == (message.message_id, before.turn + 1)
    assert read(program, endpoint)[0]["state"] == "waiting"
    assert program.says(*asks, None, idempotency_key="one") == first
    assert len(program.tickets.sent) == 1
    name = endpoint.endpoint_id
    assert program.log() == [("webhook.resend", name, {"delivery_id": message.message_id})]


def test_a_test_goes_to_an_endpoint_that_chose_other_kinds(program: Program) -> None:
    endpoint = an_endpoint(events=("relay.formed",))
    program.endpoints.add(endpoint)
    status, said = program.says("POST", path(endpoint, "test"), None, idempotency_key="one")
    assert (status, said["state"]) == (202, "waiting")
    assert program.says("POST", path(endpoint, "test"), None, idempotency_key="one")[1] == said
    [one] = read(program, endpoint)
    assert (one["delivery_id"], one["type"]) == (said["delivery_id"], "webhook_endpoint.test")
    [ticket] = program.tickets.sent
    assert ticket.message_id == said["delivery_id"]
    assert [what for what, *_ in program.log()] == ["webhook.test"]


def test_what_is_kept_while_the_queue_is_silent_is_no_failure(
    program: Program, endpoint: Endpoint
) -> None:
    program.tickets.fails = Unavailable("the queue did not take it")
    assert program.says("POST", path(endpoint, "test"))[0] == 202
    [one] = read(program, endpoint)
    assert (
        program.says("POST", path(endpoint, "deliveries", one["delivery_id"], "resend"))[0] == 202
    )


def test_all_of_a_time_is_sent_again_and_what_waits_anyhow_is_not(
    program: Program, endpoint: Endpoint
) -> None:
    messages = [told(program, endpoint, n) for n in range(5)]
    for message in messages[:-1]:
        ended(program, message, dropped(message))
    span = {"from": YESTERDAY.isoformat(), "to": (YESTERDAY + HOUR).isoformat()}
    asks = ("POST", path(endpoint, "replay"), span)
    first = program.says(*asks, idempotency_key="one")
    assert first == (202, {"replayed": 4, "next_from": None})
    assert {one["state"] for one in read(program, endpoint)} == {"waiting"}
    assert program.says(*asks, idempotency_key="one") == first
    assert program.says(*asks) == (202, {"replayed": 0, "next_from": None})
    what, about, said = program.log()[0]
    assert (what, about, said["messages"]) == ("webhook.replay", endpoint.endpoint_id, "4")


def test_of_a_time_only_what_is_in_it(program: Program, endpoint: Endpoint) -> None:
    for n in (0, 30, 60):
        message = told(program, endpoint, n)
        ended(program, message, dropped(message))
    since, until = YESTERDAY + timedelta(seconds=30), YESTERDAY + timedelta(seconds=60)
    span = {"from": since.isoformat(), "to": until.isoformat()}
    assert program.says("POST", path(endpoint, "replay"), span)[1]["replayed"] == 1
    states = [one["state"] for one in read(program, endpoint)]
    assert states == ["dropped", "waiting", "dropped"]


@pytest.mark.parametrize(
    "span",
    [
        {},
        {"from": "yesterday", "to": "today"},
        {"from": "2026-11-01T00:00:00", "to": "2026-11-02T00:00:00"},
        {"from": YESTERDAY.isoformat()},
        {"from": YESTERDAY.isoformat(), "to": YESTERDAY.isoformat()},
        {"from": YESTERDAY.isoformat(), "to": (YESTERDAY + timedelta(days=32)).isoformat()},
        {"from": (NOW + HOUR).isoformat(), "to": (NOW + 2 * HOUR).isoformat()},
        {
            "from": (NOW - timedelta(days=101)).isoformat(),
            "to": (NOW - timedelta(days=100)).isoformat(),
        },
        {"since": YESTERDAY.isoformat(), "until": NOW.isoformat()},
    ],
)
def test_a_time_that_is_none_replays_nothing(
    program: Program, endpoint: Endpoint, span: dict[str, str]
) -> None:
    status, said = program.says("POST", path(endpoint, "replay"), span)
    assert status == 422 and said["fields"]
    assert program.log() == []


@pytest.mark.parametrize("what", ["test", "resend", "replay"])
def test_to_one_that_is_off_nothing_is_sent(
    program: Program, endpoint: Endpoint, what: str
) -> None:
    message = told(program, endpoint)
    program.endpoints.change(endpoint, replace(endpoint, paused=True))
    resend = path(endpoint, "deliveries", message.message_id, "resend")
    span = {"from": YESTERDAY.isoformat(), "to": NOW.isoformat()}
    asks = {"test": ("test", None), "resend": (resend, None), "replay": ("replay", span)}[what]
    to = asks[0] if asks[0].startswith("/") else path(endpoint, asks[0])
    status, said = program.says("POST", to, asks[1])
    assert (status, said["code"], said["state"]) == (409, "state_forbids", "paused")
    assert program.tickets.sent == [] and program.log() == []


def test_another_companys_log_is_not_there_and_a_reader_sends_nothing(
    program: Program, endpoint: Endpoint
) -> None:
    message = told(program, endpoint)
    span = {"from": YESTERDAY.isoformat(), "to": NOW.isoformat()}
    asks = (
        ("GET", path(endpoint, "deliveries"), None),
        ("POST", path(endpoint, "test"), None),
        ("POST", path(endpoint, "deliveries", message.message_id, "resend"), None),
        ("POST", path(endpoint, "replay"), span),
    )
    bolt = program.of(("webhooks:read", "webhooks:write"), BOLT)
    assert [bolt.says(*ask)[0] for ask in asks] == [404] * 4
    reader = program.of(("webhooks:read",))
    assert [reader.says(*ask)[0] for ask in asks] == [200, 403, 403, 403]
    other = an_endpoint("whe_b")
    program.endpoints.add(other)
    stray = path(other, "deliveries", message.message_id, "resend")
    assert program.says("POST", stray)[0] == 404
    for name in ("x", "evt_", "evt_" + "0" * 26, "evt_" + "Z" * 26, "%F0%9F%91%8B"):
        assert program.says("POST", path(endpoint, "deliveries", name, "resend"))[0] == 404
    assert program.tickets.sent == []


def test_a_page_of_ten_thousand_is_one_query_and_under_a_hundred_kilobytes(
    program: Program, endpoint: Endpoint, counted: Counted
) -> None:
    """A hundred that failed, eight attempts each."""
    newest = long_log(program.table, endpoint, 10_000, YESTERDAY)
    counted.since()
    status, said = program.says("GET", path(endpoint, "deliveries?limit=100"))
    assert counted.since() == ["UpdateItem", "GetItem", "Query"]
    assert status == 200 and len(said["items"]) == 100
    assert len(json.dumps(said)) < 100_000
    assert said["items"][0]["delivery_id"] == newest.message_id
