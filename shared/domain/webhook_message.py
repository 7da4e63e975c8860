"""A message to one webhook endpoint, and what became of it.

Each step makes it another `turn`: whoever comes with the one before is too late, and does nothing.
So a message that two hold is sent by one of them; one that nobody holds is looked for at `look_at`.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final

from shared.domain.heard import Answered, Heard, Why
from shared.domain.ids import CompanyId, EndpointId
from shared.domain.redelivery import Again, Delivered, GivenUp, Gone, Outcome

GRACE: Final = timedelta(minutes=2)
"""After it should have been sent; who has not begun by then has lost it."""
LEASE: Final = timedelta(seconds=60)
"""For one attempt: longer than the function that makes it may run."""
NEAR: Final = timedelta(minutes=15)
"""As far ahead as the queue itself can wait. What is later is looked for at its time."""
KEPT: Final = timedelta(days=100)
"""In the log: longer than facts are in the archive, so that none of them is told twice."""
SHOWN: Final = 24
"""Attempts that are kept; the oldest go first."""
_DIGITS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class State(StrEnum):
    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"
    DROPPED = "dropped"
    """The endpoint was off, or gone: nothing was sent."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A status, or why there is none."""

    at: datetime
    status: int | None
    why: Why | None
    took_ms: int

    @classmethod
    def of(cls, heard: Heard, at: datetime, took_ms: int) -> "Attempt":
        if isinstance(heard, Answered):
            return cls(at, heard.status, None, took_ms)
        return cls(at, None, heard.why, took_ms)


@dataclass(frozen=True, slots=True)
class Ticket:
    """Which message is to be sent, and in which turn of it.

    Args:
        waits: how often there was no room at its endpoint.
    """

    company_id: CompanyId
    endpoint_id: EndpointId
    message_id: str
    occurred_at: datetime
    turn: int
    waits: int = 0


@dataclass(frozen=True, slots=True)
class Message:
    """
    Args:
        occurred_at: the fact's time. With `message_id` it names the message.
        body: what is signed and sent, to the byte (UTF-8).
        next_at: of the next attempt.
        look_at: from when on nobody has it in hand.
        tries: attempts since it was last asked for.
    """

    endpoint_id: EndpointId
    company_id: CompanyId
    message_id: str
    kind: str
    body: str
    occurred_at: datetime
    made_at: datetime
    state: State = State.WAITING
    next_at: datetime | None = None
    look_at: datetime | None = None
    tries: int = 0
    attempts: tuple[Attempt, ...] = ()
    turn: int = 1

    @property
    def ticket(self) -> "Ticket":
        of = self.company_id, self.endpoint_id
        return Ticket(*of, self.message_id, self.occurred_at, self.turn)

    @property
    def is_waiting(self) -> bool:
        return self.state is State.WAITING


def made(
    names: tuple[EndpointId, CompanyId, str],
    kind: str,
    body: str,
    occurred_at: datetime,
    now: datetime,
) -> Message:
    """To be sent at once.

    Args:
        names: the endpoint's, its company's, and the message's own.
    """
    return Message(*names, kind, body, occurred_at, now, next_at=now, look_at=now + GRACE)


def again(message: Message, now: datetime, look_at: datetime | None = None) -> Message:
    """Asked for by hand: from the first try on, whatever became of it.

    Args:
        look_at: where nobody has it in hand yet.
    """
    asked = replace(message, tries=0, turn=message.turn + 1)
    return replace(asked, state=State.WAITING, next_at=now, look_at=look_at or now + GRACE)


def renewed(message: Message, now: datetime) -> Message:
    """Nobody had it in hand; whoever still thinks so is too late."""
    return replace(message, turn=message.turn + 1, look_at=now + GRACE)


def taken(message: Message, now: datetime) -> Message:
    """An attempt begins."""
    return replace(message, turn=message.turn + 1, look_at=now + LEASE)


def dropped(message: Message) -> Message:
    return _ended(message, State.DROPPED)


def recorded(message: Message, made: Attempt, outcome: Outcome) -> Message:
    """After an attempt."""
    attempts = (*message.attempts, made)[-SHOWN:]
    tried = replace(message, attempts=attempts, tries=message.tries + 1)
    match outcome:
        case Delivered():
            return _ended(tried, State.DELIVERED)
        case GivenUp() | Gone():
            return _ended(tried, State.FAILED)
        case Again(at):
            look = at + GRACE if at - made.at <= NEAR else at
            return replace(tried, turn=tried.turn + 1, next_at=at, look_at=look)


def _ended(message: Message, state: State) -> Message:
    return replace(message, state=state, turn=message.turn + 1, next_at=None, look_at=None)


def day_of(message_id: str) -> date | None:
    """The day a message's id begins with; None: this is no message's id.

    >>> day_of("evt_01KN35E0000000000000000000")
    datetime.date(2026, 4, 1)
    """
    named = message_id.removeprefix("evt_")
    if len(named) != 26 or not named.isascii() or not set(named) <= {*_DIGITS} or named[0] > "7":
        return None
    milliseconds = sum(_DIGITS.index(c) * 32**n for n, c in enumerate(reversed(named[:10])))
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC).date()
    except (ValueError, OverflowError):
        return None
