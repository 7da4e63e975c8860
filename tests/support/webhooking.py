"""Webhooks out, with a clock, a queue and a receiver that do as they are told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from functions.again.flow import again
from functions.deliver.flow import Delivery
from functions.deliver.health_flow import note
from functions.tell.flow import tell
from shared.contracts.events import CreditGranted, Event
from shared.domain.endpoint import Endpoint
from shared.domain.heard import Answered, Heard, Unanswered, Why
from shared.domain.ids import CompanyId, EndpointId
from shared.domain.redelivery import Outcome
from shared.domain.sealed import Sealed
from shared.domain.webhook_message import Message, Ticket, made
from shared.table import keys
from shared.table.commit import Table
from shared.table.endpoints import Endpoints
from shared.table.messages import Messages
from shared.webhooks.message_id import message_id
from tests.support.builders import ACME, NOON

HOOKS = EndpointId("whe_hooks")
OK, DOWN, GONE = Answered(200), Answered(503), Answered(410)
LATE = Unanswered(Why.LATE)


def a_hook(endpoint_id: EndpointId = HOOKS, **changed: Any) -> Endpoint:
    endpoint = Endpoint(
        endpoint_id,
        ACME,
        "https://hooks.aozora.example/relay",
        ("*",),
        (Sealed(f"{endpoint_id}:1"),),
        NOON - timedelta(days=1),
    )
    return replace(endpoint, **changed)


def a_note(n: int = 1, endpoint: Endpoint | None = None, at: datetime = NOON) -> Message:
    to = endpoint or a_hook()
    name = message_id(to.company_id, f"fact:{n}", "credit.granted", at.date())
    names = to.endpoint_id, to.company_id, name
    return made(names, "credit.granted", f'{{"n":{n}}}', at, at)


def granted(n: int = 1, company_id: CompanyId = ACME, at: datetime = NOON) -> CreditGranted:
    return CreditGranted(
        event_id=f"granted:{company_id}:{n}",
        occurred_at=at,
        company_id=company_id,
        credit_id=f"crd_{n}",
        number=n,
        counted=10 * n,
    )


@dataclass
class Queue:
    """Tickets, and when they are to be handled."""

    now: Callable[[], datetime]
    waiting: list[tuple[datetime, Ticket]] = field(default_factory=list)
    broken: Exception | None = None

    def send(self, ticket: Ticket, after: timedelta = timedelta()) -> None:
        if self.broken:
            raise self.broken
        self.waiting.append((self.now() + after, ticket))

    def due(self) -> list[Ticket]:
        """Taken off."""
        ready = [(at, ticket) for at, ticket in self.waiting if at <= self.now()]
        self.waiting = [one for one in self.waiting if one not in ready]
        return [ticket for _, ticket in sorted(ready, key=lambda one: one[0])]


@dataclass
class Receiver:
    """Answers as it is told by its URL; else all is well."""

    says: dict[str, Heard] = field(default_factory=dict)
    heard: list[tuple[str, str]] = field(default_factory=list)
    then: Callable[[], None] = lambda: None

    def sent(self, message: Message, url: str, secrets: Sequence[Sealed], now: datetime) -> Heard:
        self.heard.append((url, message.message_id))
        self.then()
        return self.says.get(url, OK)


@dataclass
class Webhooks:
    """The three verbs over one table, at a time of their own."""

    table: Table
    at: datetime = NOON
    drawn: float = 0.0
    queue: Queue = field(init=False)
    receiver: Receiver = field(default_factory=Receiver)
    done: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.queue = Queue(self.now)
        self.table.commit(self.table.new(keys.company(ACME), {"state": "active"}))

    def now(self) -> datetime:
        return self.at

    @property
    def messages(self) -> Messages:
        return Messages(self.table)

    @property
    def endpoints(self) -> Endpoints:
        return Endpoints(self.table)

    def hook(self, endpoint_id: EndpointId = HOOKS, **changed: Any) -> Endpoint:
        """Written as it is."""
        endpoint = a_hook(endpoint_id, **changed)
        self.endpoints.add(endpoint)
        return endpoint

    def tells(self, *facts: Event) -> None:
        for fact in facts:
            tell(
                fact,
                endpoints=self.endpoints,
                messages=self.messages,
                tickets=self.queue,
                named=message_id,
                now=self.at,
            )

    @property
    def delivery(self) -> Delivery:
        return Delivery(
            self.messages,
            self.endpoints,
            self.queue,
            self.receiver,
            self._note,
            self.now,
            lambda: self.drawn,
        )

    def _note(self, endpoint: Endpoint, outcome: Outcome, now: datetime) -> None:
        note(endpoint, outcome, endpoints=self.endpoints, now=now)

    def delivers(self) -> list[str]:
        """What becomes of every ticket that is due now."""
        came = [self.delivery.deliver(ticket) for ticket in self.queue.due()]
        self.done += came
        return came

    def sweeps(self) -> dict[str, int]:
        return dict(again(messages=self.messages, tickets=self.queue, now=self.at))

    def later(self, **more: float) -> None:
        self.at += timedelta(**more)

    def minutes_pass(self, hours: float) -> None:
        """The clock's sweep each minute, and what is queued at its time."""
        until = self.at + timedelta(hours=hours)
        while self.at < until and (self.log_waits or self.queue.waiting):
            self.later(minutes=1)
            self.sweeps()
            self.delivers()

    @property
    def log_waits(self) -> bool:
        return any(message.is_waiting for message in self.log())

    def log(self, endpoint_id: EndpointId = HOOKS) -> list[Message]:
        found, _ = self.messages.newest(endpoint_id, limit=100, after=None)
        return list(found)
