"""Who may ask, and what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

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


class Colleagues(Protocol):
    """Members as their managers name them and take them away."""

    def all(self) -> Mapping[PersonKey, Member]: ...

    def remove(
        self, person: PersonKey, member: Member, stays: PersonKey | None, going: Iterable[Any]
    ) -> None:
        """Raises Conflict."""
        ...


class Keys(Protocol):
    def going(self, person: PersonKey) -> Iterable[Any]:
        """What takes a member's keys away with them."""
        ...
