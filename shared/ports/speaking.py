"""What is said aloud and by mail, and what only the pepper's holder can say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from shared.domain.ids import CandidateId, PersonKey, RegistrationId
from shared.domain.outbox import Said

if TYPE_CHECKING:  # pydantic adds a quarter to a start; `click` must not pay it
    from shared.contracts.events import Event, MailBounced, ReconcileDifference


class Outbox(Protocol):
    def forget(self, said: Said) -> None: ...

    def older_than(self, before: datetime) -> Iterator[Said]: ...

    def say(self, event: ReconcileDifference) -> None:
        """What nothing else is committed with. Raises AlreadyDone, Conflict."""
        ...


class Voice(Protocol):
    def say(self, said: Said) -> None:
        """Raises Unavailable: nobody took it."""
        ...


class Mails(Protocol):
    def begin(self, fact: str, now: datetime) -> bool:
        """False if it was sent. Raises Conflict while another attempt holds it."""
        ...

    def done(self, fact: str) -> None: ...

    def failed(self, fact: str, now: datetime) -> None: ...

    def hold(self, fact: Event, until: datetime) -> None:
        """Said again then; twice is once. Raises Conflict, Unavailable."""
        ...

    def is_suppressed(self, address: PersonKey) -> bool: ...

    def suppress(self, address: PersonKey, event: MailBounced, now: datetime) -> None:
        """Raises AlreadyDone."""
        ...


class Secrecy(Protocol):
    """What only the pepper's holder can compute."""

    def person(self, email: str) -> PersonKey: ...

    def code(self, registration_id: RegistrationId, issue: int) -> str:
        """Six digits."""
        ...

    def address_code(self, candidate_id: CandidateId, change_id: str, person: PersonKey) -> str:
        """Six digits."""
        ...

    def rights_code(self, request_id: str, issue: int) -> str:
        """Six digits."""
        ...

    def phone(self, e164: str) -> str: ...

    def likeness(self, said: str) -> str: ...

    def found(self, beginning: str) -> str: ...

    def visitor(self, address: str, day: str) -> str: ...

    def token(self, purpose: str, subject: str) -> str: ...

    def told(self, purpose: str, token: str) -> str:
        """The subject. Raises NotFound."""
        ...
