"""Webhooks out: what is to be told, to whom, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from shared.domain.endpoint import Endpoint
from shared.domain.heard import Heard
from shared.domain.ids import CompanyId, EndpointId
from shared.domain.sealed import Sealed
from shared.domain.webhook_message import Message, Ticket

if TYPE_CHECKING:
    from shared.contracts.events import EndpointDisabled


class Told(Protocol):
    """To be told of a fact, once."""

    def add(self, message: Message) -> None:
        """Raises AlreadyDone: this endpoint was told of this fact; Conflict."""
        ...


class Log(Protocol):
    """What an endpoint was told."""

    def find(self, endpoint_id: EndpointId, message_id: str) -> Message:
        """Raises NotFound."""
        ...

    def between(
        self, endpoint_id: EndpointId, since: datetime, until: datetime, *, limit: int
    ) -> tuple[Sequence[Message], bool]:
        """Oldest first; whether there are more."""
        ...

    def change(self, before: Message, after: Message) -> None:
        """Raises Conflict."""
        ...

    def change_all(self, changes: Sequence[tuple[Message, Message]]) -> None:
        """All or none. Raises Conflict."""
        ...


class Attempts(Protocol):
    """An attempt, from its ticket to its end."""

    def named(self, ticket: Ticket) -> Message | None: ...

    def change(self, before: Message, after: Message) -> None:
        """Raises Conflict."""
        ...

    def take(self, before: Message, after: Message, slot: int, now: datetime) -> None:
        """Raises AlreadyDone: this place at the endpoint is taken; Conflict."""
        ...

    def record(self, before: Message, after: Message, slot: int) -> None:
        """Raises Conflict."""
        ...


class Lost(Protocol):
    def due(self, now: datetime) -> Iterator[Message]:
        """Those nobody has in hand, though they should."""
        ...

    def change(self, before: Message, after: Message) -> None:
        """Raises Conflict."""
        ...


class Tickets(Protocol):
    """The queue of what is to be sent."""

    def send(self, ticket: Ticket, after: timedelta = ...) -> None:
        """To be handled then, 15 minutes from now at most. Raises Unavailable."""
        ...


class Own(Protocol):
    """A company's endpoints."""

    def all(self, company_id: CompanyId) -> Sequence[Endpoint]: ...


class Standing(Protocol):
    """An endpoint, and how it does."""

    def find(self, company_id: CompanyId, endpoint_id: EndpointId) -> Endpoint:
        """Raises NotFound."""
        ...

    def change(self, before: Endpoint, after: Endpoint, *events: EndpointDisabled) -> None:
        """Raises Conflict."""
        ...


class Post(Protocol):
    def sent(self, message: Message, url: str, secrets: Sequence[Sealed], now: datetime) -> Heard:
        """Signed with each. Raises Unavailable: our key does not answer."""
        ...
