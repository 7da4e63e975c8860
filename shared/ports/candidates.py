"""Candidates as the agency knows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from shared.domain.address_change import AddressChange
from shared.domain.candidate_file import CandidateFile
from shared.domain.check_in import CheckIn, Outcome
from shared.domain.duplicate import Answer as Verdict
from shared.domain.duplicate import Duplicate
from shared.domain.filed import Filing, Known, Marks
from shared.domain.ids import (
    CandidateId,
    RegistrationId,
)
from shared.domain.message import Message

if TYPE_CHECKING:  # pydantic adds a quarter to a start; `click` must not pay it
    from shared.contracts.events import (
        AddressAsked,
        AddressMoved,
        CandidateErased,
        CheckInDue,
        Event,
        FilesMerged,
        MessageLeft,
    )


class CandidateFiles(Protocol):
    """A candidate's file; one that was merged away is found by its new name."""

    def find(self, candidate_id: CandidateId) -> CandidateFile:
        """Raises CandidateNotFound."""
        ...

    def several(self, wanted: Sequence[CandidateId]) -> Sequence[CandidateFile | None]:
        """In the order asked."""
        ...

    def change(
        self,
        before: CandidateFile,
        after: CandidateFile,
        *,
        act: str,
        by: str,
        now: datetime,
        agreed: bool = False,
        event: Event | None = None,
    ) -> None:
        """Raises Conflict."""
        ...


class Filings(Protocol):
    def known(self, marks: Marks, now: datetime) -> Known: ...

    def is_filed(self, name: RegistrationId, under: Sequence[CandidateId]) -> bool: ...

    def file(self, filing: Filing, now: datetime) -> None:
        """Raises AlreadyDone, Conflict."""
        ...


class Duplicates(Protocol):
    """Pairs of files that wait for a person's word."""

    def asked_about(self, wanted: Sequence[str]) -> set[str]: ...

    def find(self, duplicate_id: str) -> Duplicate:
        """Raises DuplicateNotFound."""
        ...

    def answer(
        self,
        duplicate: Duplicate,
        answer: Verdict,
        by: str,
        now: datetime,
    ) -> None:
        """Raises AlreadyDone."""
        ...

    def merge(
        self,
        duplicate: Duplicate,
        kept: tuple[CandidateFile, CandidateFile],
        other: CandidateFile,
        event: FilesMerged,
        by: str,
        now: datetime,
    ) -> None:
        """Raises AlreadyDone, Conflict."""
        ...


class Parts(Protocol):
    """What lies beside a file: registrations, thread, consents, .."""

    def registrations(self, candidate_id: CandidateId) -> Sequence[RegistrationId]: ...

    def asked(self, candidate_id: CandidateId) -> Sequence[str]: ...

    def empty(self, candidate_id: CandidateId) -> None:
        """Raises Conflict."""
        ...


class Erasures(Protocol):
    def find(self, candidate_id: CandidateId) -> CandidateFile:
        """By its own name. Raises CandidateNotFound."""
        ...

    def registration(self, registration_id: RegistrationId, now: datetime) -> None: ...

    def asked(self, name: str, now: datetime) -> None:
        """Raises Conflict."""
        ...

    def finish(self, file: CandidateFile, event: CandidateErased, now: datetime) -> None:
        """Raises Conflict."""
        ...


class Threads(Protocol):
    """An adviser's and a candidate's messages."""

    def find(self, candidate_id: CandidateId, message_id: str) -> Message | None: ...

    def newest(
        self, candidate_id: CandidateId, *, limit: int = ..., after: str | None = None
    ) -> tuple[Sequence[Message], str | None]: ...

    def leave(
        self,
        before: CandidateFile,
        after: CandidateFile,
        message: Message,
        event: MessageLeft,
    ) -> None:
        """Raises Conflict."""
        ...

    def reply(self, before: CandidateFile, after: CandidateFile, message: Message) -> None:
        """Raises TooManyRequests, Conflict."""
        ...


class CheckIns(Protocol):
    def due(self, now: datetime) -> Iterator[CheckIn]: ...

    def move(
        self, before: CheckIn, outcome: Outcome, file: CandidateFile, event: CheckInDue | None
    ) -> None:
        """Raises AlreadyDone: another was first. Raises Conflict."""
        ...


class AddressChanges(Protocol):
    def ask(self, new: AddressChange, event: AddressAsked, now: datetime) -> None:
        """Raises AlreadyDone, TooManyRequests, StateForbids."""
        ...

    def try_code(
        self, candidate_id: CandidateId, change_id: str, now: datetime
    ) -> tuple[AddressChange, bool]:
        """Raises NotFound."""
        ...

    def move(
        self,
        change: AddressChange,
        before: CandidateFile,
        after: CandidateFile,
        event: AddressMoved,
        now: datetime,
    ) -> None:
        """Raises Conflict, StateForbids."""
        ...
