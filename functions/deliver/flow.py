"""a ticket -> is it its message's turn, and is there room? -> one attempt -> what follows it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from shared.domain import redelivery
from shared.domain.endpoint import Endpoint
from shared.domain.errors import AlreadyDone, Conflict, NotFound
from shared.domain.redelivery import Again, Outcome
from shared.domain.webhook_message import Attempt, Message, Ticket, dropped, recorded, taken
from shared.ports.webhooks import Attempts, Post, Standing, Tickets
from shared.retry import retry_on_conflict

ROOM: Final = 3
"""Attempts under way at one endpoint. At one that fails, a single one."""
LONGEST: Final = timedelta(minutes=1)
"""Between two looks whether there is room."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """
    Args:
        noted: what an attempt says of the endpoint's health.
        drawn: 0 to 1, anew each time it is asked.
    """

    messages: Attempts
    endpoints: Standing
    tickets: Tickets
    post: Post
    noted: Callable[[Endpoint, Outcome, datetime], None]
    now: Callable[[], datetime]
    drawn: Callable[[], float]

    def deliver(self, ticket: Ticket) -> str:
        """`stale` (not its turn), `dropped`, `full`, or the outcome.

        Killed anywhere in between, `again` finds it: an attempt may then be made twice.

        Raises:
            Unavailable, Conflict: come again.
        """
        message = self.messages.named(ticket)
        if message is None or not message.is_waiting or message.turn != ticket.turn:
            return "stale"
        endpoint = self._endpoint(ticket)
        if endpoint is None or not endpoint.is_on:
            self.messages.change(message, dropped(message))
            return "dropped"
        slot = int(self.drawn() * _room(endpoint))
        attempt = taken(message, self.now())
        try:
            self.messages.take(message, attempt, slot, self.now())
        except (AlreadyDone, Conflict):
            self.tickets.send(replace(ticket, waits=ticket.waits + 1), self._wait(ticket))
            return "full"
        return self._attempted(attempt, endpoint, slot)

    def _attempted(self, message: Message, endpoint: Endpoint, slot: int) -> str:
        began = self.now()
        heard = self.post.sent(message, endpoint.url, endpoint.secrets, began)
        ended = self.now()
        took = int((ended - began) / timedelta(milliseconds=1))
        outcome = redelivery.after(message.tries + 1, heard, ended, self.drawn())
        after = recorded(message, Attempt.of(heard, began, took), outcome)
        retry_on_conflict(self.messages.record)(message, after, slot)
        if isinstance(outcome, Again) and after.look_at and after.look_at > outcome.at:
            self.tickets.send(after.ticket, outcome.at - ended)
        self.noted(endpoint, outcome, ended)
        return type(outcome).__name__

    def _endpoint(self, ticket: Ticket) -> Endpoint | None:
        try:
            return self.endpoints.find(ticket.company_id, ticket.endpoint_id)
        except NotFound:
            return None

    def _wait(self, ticket: Ticket) -> timedelta:
        """Longer each time, so that a long queue at one endpoint is no work for us."""
        whole = min(timedelta(seconds=2 ** min(ticket.waits + 1, 6)), LONGEST)
        return whole * (1 + self.drawn()) / 2


def _room(endpoint: Endpoint) -> int:
    return ROOM if endpoint.health.failing_since is None else 1
