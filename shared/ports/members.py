"""Who may ask, and what was answered."""

from __future__ import annotations

from typing import Protocol

from shared.domain.access import Caller
from shared.domain.ids import (
    PersonKey,
)
from shared.domain.member import Member


class ApiKeys(Protocol):
    def add(self, digest: str, caller: Caller) -> None: ...


class Members(Protocol):
    def appoint(self, person: PersonKey, member: Member) -> None:
        """As the first manager. Raises AlreadyDone: they are; Refused: somebody else is."""
        ...

    def enrol(self, person: PersonKey, member: Member) -> None:
        """Raises AlreadyDone: this person is a member."""
        ...

    def find(self, person: PersonKey) -> Member | None: ...
