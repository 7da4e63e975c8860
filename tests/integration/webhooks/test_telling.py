"""A fact is one message for each endpoint that asked for its kind, however often it is told."""

import json
import random
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from functions.tell.flow import tell
from shared.contracts.events import (
    Event,
    JobOrderPosted,
    PartnerShown,
    ProgressMoved,
    RegistrationVerified,
)
from shared.contracts.relay import PartnerAnswer, RelayAnswer
from shared.domain.endpoint_health import Disabled
from shared.domain.errors import Unavailable
from shared.domain.ids import EndpointId
from shared.domain.relay import Direction
from shared.domain.webhook_message import State
from shared.table.endpoints import Endpoints
from shared.table.messages import Messages
from shared.webhooks.message_id import message_id
from tests.support.builders import ACME, BOLT, NOON, named
from tests.support.dying import Killed, dying
from tests.support.webhooking import HOOKS, Webhooks, granted

OTHER = EndpointId("whe_other")


def posted(n: int = 1) -> JobOrderPosted:
    name = named("job", n)
    return JobOrderPosted(
        event_id=f"posted:{name}", occurred_at=NOON, company_id=ACME, job_order_id=name
    )


def progressed() -> ProgressMoved:
    return ProgressMoved(
        event_id=f"progress:{ACME}:7",
        occurred_at=NOON,
        company_id=ACME,
        counted=13,
        toward_next=3,
        to_next=7,
        milestones=1,
        carried_deficit=0,
    )


def partnered() -> PartnerShown:
    row = RelayAnswer(
        direction=Direction.TO, partner=PartnerAnswer(industry="software"), candidates=3
    )
    return PartnerShown(
        event_id="partner:co_acme:to:rec_1:0", occurred_at=NOON, company_id=ACME, row=row
    )


def kinds(hooks: Webhooks, endpoint_id: EndpointId = HOOKS) -> Counter[str]:
    return Counter(message.kind for message in hooks.log(endpoint_id))


def test_each_endpoint_hears_of_the_kinds_it_asked_for(hooks: Webhooks) -> None:
    hooks.hook(events=("credit.*",))
    hooks.hook(OTHER, events=("job_order.posted", "progress.updated"))
    hooks.tells(granted(), posted(), progressed(), partnered())
    assert kinds(hooks) == {"credit.granted": 1}
    assert kinds(hooks, OTHER) == {"job_order.posted": 1, "progress.updated": 1}
    assert len(hooks.queue.waiting) == 3


def test_told_again_and_out_of_order_each_fact_is_one_message(hooks: Webhooks) -> None:
    hooks.hook()
    hooks.hook(OTHER)
    facts: list[Event] = [granted(1), granted(2), posted(), progressed(), partnered()] * 3
    random.Random(7).shuffle(facts)
    hooks.tells(*facts)
    assert sum(kinds(hooks).values()) == sum(kinds(hooks, OTHER).values()) == 5
    assert len(hooks.queue.waiting) == 10
    ids = {message.message_id for message in hooks.log()}
    assert ids == {message.message_id for message in hooks.log(OTHER)}, "a fact has one id"


def test_another_companys_endpoints_hear_nothing(hooks: Webhooks) -> None:
    hooks.hook()
    hooks.tells(granted(1, BOLT))
    assert hooks.log() == []


def test_what_was_before_an_endpoint_is_not_told_to_it(hooks: Webhooks) -> None:
    """An archive replays what is ninety days old."""
    hooks.hook(created_at=NOON + timedelta(seconds=1))
    hooks.tells(granted())
    assert hooks.log() == []


@pytest.mark.parametrize("off", [{"paused": True}, {"disabled": Disabled.FAILING}])
def test_to_one_that_is_off_it_is_noted_and_not_sent(hooks: Webhooks, off: dict[str, Any]) -> None:
    hooks.hook(**off)
    hooks.tells(granted())
    assert [message.state for message in hooks.log()] == [State.DROPPED]
    assert hooks.queue.waiting == []
    hooks.later(hours=1)
    assert hooks.sweeps() == {}


def test_nobody_is_named_and_no_time_is_exact(hooks: Webhooks) -> None:
    hooks.hook()
    hooks.tells(granted(), posted(), progressed(), partnered())
    for message in hooks.log():
        said = json.loads(message.body)
        assert set(said) == {"type", "timestamp", "data"}
        assert said["timestamp"] == "2026-03-02T00:00:00Z"
        for person in ("registration", "candidate_id", "recommendation", "reg_", "cnd_", "rec_"):
            assert person not in message.body


def test_what_is_said_of_a_person_is_told_to_nobody(hooks: Webhooks) -> None:
    hooks.hook()
    verified = RegistrationVerified(
        event_id="verified:reg_1", occurred_at=NOON, company_id=ACME, registration_id="reg_1"
    )
    hooks.tells(verified)
    assert hooks.log() == []


def test_one_that_the_queue_did_not_take_is_found_by_the_clock(hooks: Webhooks) -> None:
    hooks.hook()
    hooks.queue.broken = Unavailable("no queue")
    with pytest.raises(Unavailable):
        hooks.tells(granted())
    hooks.queue.broken = None
    hooks.tells(granted())  # delivered again: the message is there, so it is left to the clock
    assert hooks.queue.waiting == []
    hooks.later(minutes=3)
    assert hooks.sweeps() == {"queued": 1}
    assert hooks.delivers() == ["Delivered"]


@pytest.mark.parametrize("nth", range(1, 4))
@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
def test_killed_anywhere_and_told_again_it_is_delivered(
    hooks: Webhooks, nth: int, *, done: bool
) -> None:
    hooks.hook()
    hooks.hook(OTHER)
    dead = dying(hooks.table, nth, done=done)
    with pytest.raises(Killed):
        tell(
            granted(),
            endpoints=Endpoints(dead),
            messages=Messages(dead),
            tickets=hooks.queue,
            named=message_id,
            now=hooks.at,
        )
    hooks.tells(granted())
    hooks.delivers()
    hooks.later(minutes=3)
    hooks.sweeps()
    hooks.delivers()
    for endpoint_id in (HOOKS, OTHER):
        [message] = hooks.log(endpoint_id)
        assert message.state is State.DELIVERED
    assert len(hooks.receiver.heard) == 2
