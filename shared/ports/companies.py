"""Companies, their links, their leaving."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from shared.domain.company import Company
from shared.domain.ids import (
    CompanyId,
    LinkId,
)
from shared.domain.link import Doorway, Link
from shared.domain.once import Once, Reply

if TYPE_CHECKING:  # pydantic adds a quarter to a start; `click` must not pay it
    from shared.contracts.events import (
        CompanyApproved,
        CompanyLeft,
        CompanyResumed,
        CompanySuspended,
    )


class Companies(Protocol):
    def ask(self, company: Company, visitor: str, once: Once | None, reply: Reply) -> None:
        """Raises Answered, IdempotencyMismatch, TooManyRequests."""
        ...

    def find(self, company_id: CompanyId) -> Company:
        """Raises CompanyNotFound."""
        ...

    def approve(self, company_id: CompanyId, event: CompanyApproved, now: datetime) -> None:
        """Raises AlreadyDone."""
        ...


class Admissions(Protocol):
    """Raises Conflict where the company changed meanwhile."""

    def refuse(self, company_id: CompanyId, now: datetime) -> None: ...

    def suspend(self, event: CompanySuspended) -> None: ...

    def resume(self, event: CompanyResumed) -> None: ...


class Departures(Protocol):
    def leave(self, event: CompanyLeft) -> None:
        """Raises StateForbids, Conflict."""
        ...


class Links(Protocol):
    def add(self, link: Link, doorway: Doorway) -> None:
        """Raises StateForbids."""
        ...

    def find(self, company_id: CompanyId, link_id: LinkId) -> Link:
        """Raises LinkNotFound."""
        ...

    def change(self, before: Link, after: Link) -> None:
        """Raises Conflict."""
        ...

    def rotate(self, before: Link, after: Link, doorway: Doorway) -> None:
        """Raises Conflict, StateForbids."""
        ...
