"""The programme's rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from shared.domain.edition import Edition
from shared.domain.rules import Rules


class Programme(Protocol):
    """The rules, by when they were in force and by their version."""

    def at(self, when: datetime) -> Rules: ...

    def version(self, number: int) -> Rules: ...


class Editions(Protocol):
    def after(self, version: int) -> Sequence[Edition]:
        """Those that follow, the oldest first."""
        ...


class Rulebook(Editions, Protocol):
    def all(self) -> Sequence[Edition]: ...

    def add(self, edition: Edition) -> None:
        """Raises Conflict."""
        ...
