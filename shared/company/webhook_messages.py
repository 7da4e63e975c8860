"""A company asks for a message to one of its endpoints: a test, one again, or all of a time again.

Each keeps its id, by which whoever receives it knows it.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import batched
from typing import Final

from shared.contracts.webhook import TrialMessage, to_the_day
from shared.contracts.webhook_data import TrialData
from shared.domain.endpoint import Endpoint
from shared.domain.errors import Conflict, InvalidRequest, StateForbids
from shared.domain.webhook_message import Message, again, made
from shared.ports.webhooks import Log, Tickets, Told
from shared.retry import retry_on_conflict

MOST: Final = 1000
"""Messages of one replay. Whoever needs more asks again, from where it ended."""
_TOGETHER: Final = 100


@dataclass(frozen=True, slots=True)
class Replay:
    """
    Args:
        messages: how many are on their way; those that waited anyhow are not among them.
        until: where to go on from; None: there are no more.
    """

    messages: int
    until: datetime | None


def send_test(
    endpoint: Endpoint, message_id: str, *, messages: Told, tickets: Tickets, now: datetime
) -> Message:
    """It asks for no kind, and goes the way of all others.

    Args:
        message_id: a new one (`mint("evt", now)`).

    Raises:
        StateForbids: the endpoint is off.
        Unavailable: it is kept, and sent within minutes.
    """
    _is_on(endpoint)
    data = TrialData(endpoint_id=endpoint.endpoint_id)
    said = TrialMessage(timestamp=to_the_day(now), data=data)
    names = endpoint.endpoint_id, endpoint.company_id, message_id
    message = made(names, "webhook_endpoint.test", said.body().decode(), now, now)
    messages.add(message)
    tickets.send(message.ticket)
    return message


@retry_on_conflict
def resend(
    endpoint: Endpoint, message_id: str, *, messages: Log, tickets: Tickets, now: datetime
) -> Message:
    """At once, whatever became of it; if it fails, the plan begins anew.

    Raises:
        NotFound
        StateForbids: the endpoint is off.
        Unavailable: it is noted, and sent within minutes.
    """
    _is_on(endpoint)
    before = messages.find(endpoint.endpoint_id, message_id)
    after = again(before, now)
    messages.change(before, after)
    tickets.send(after.ticket)
    return after


def replay(
    endpoint: Endpoint, since: datetime, until: datetime, *, messages: Log, now: datetime
) -> Replay:
    """Everything of facts from `since` on and before `until`, delivered or not; within minutes.

    Raises:
        InvalidRequest: it ends before it begins.
        StateForbids: the endpoint is off.
    """
    _is_on(endpoint)
    if until <= since:
        raise InvalidRequest("wrong or missing: until", {"until": "before_since"})
    found, more = messages.between(endpoint.endpoint_id, since, until, limit=MOST)
    settled = [message for message in found if not message.is_waiting]
    together = batched(settled, _TOGETHER, strict=False)
    count = sum(_asked_for(some, messages, now) for some in together)
    return Replay(count, found[-1].occurred_at if more else None)


def _asked_for(some: Sequence[Message], messages: Log, now: datetime) -> int:
    """How many. One that somebody asks for just now keeps no other back."""
    changes = [(message, again(message, now, look_at=now)) for message in some]
    try:
        messages.change_all(changes)
    except Conflict:
        return sum(_alone(*change, messages) for change in changes)
    return len(changes)


def _alone(before: Message, after: Message, messages: Log) -> int:
    with suppress(Conflict):
        messages.change(before, after)
        return 1
    return 0


def _is_on(endpoint: Endpoint) -> None:
    if not endpoint.is_on:
        raise StateForbids("this endpoint is off", endpoint.disabled or "paused")
