"""The credit ledger: what is posted, and what is read of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from shared.domain.adjustment import Adjustment
from shared.domain.books import Figures, Grounds
from shared.domain.company import Company
from shared.domain.credit import Lot
from shared.domain.entry import Entry
from shared.domain.ids import (
    CompanyId,
)
from shared.domain.ledger import Head, Posting
from shared.domain.milestone import Tally
from shared.domain.redemption import Move, Standing
from shared.domain.settlement import Settlement

if TYPE_CHECKING:  # pydantic adds a quarter to a start; `click` must not pay it
    from shared.contracts.events import (
        CreditAdjusted,
        CreditExpired,
        CreditExpiring,
        CreditGranted,
        CreditVoided,
        ProgressMoved,
    )


class Ledgers(Protocol):
    def tally_and_head(self, company_id: CompanyId) -> tuple[Tally, Head]: ...

    def milestone_and_head(self, company_id: CompanyId, number: int) -> tuple[bool, Head]:
        """Whether the milestone waits for its credit, and where the ledger ends."""
        ...

    def post(self, posting: Posting, *events: ProgressMoved) -> None:
        """Raises AlreadyPosted, Conflict."""
        ...

    def grant(self, posting: Posting, lot: Lot, *events: CreditGranted | ProgressMoved) -> None:
        """Raises AlreadyPosted, Conflict."""
        ...


class Credits(Protocol):
    def standing(self, company_id: CompanyId) -> Standing: ...

    def find(self, company_id: CompanyId, number: int) -> tuple[Head, Lot]:
        """Raises CreditNotFound."""
        ...


class Settlements(Protocol):
    def owing(self, company_id: CompanyId) -> tuple[Tally, Head, Sequence[Lot]]:
        """With the credits that could pay; none are read where nothing is owed."""
        ...

    def settle(self, settlement: Settlement, *events: CreditVoided | ProgressMoved) -> None:
        """Raises Conflict."""
        ...


class Statements(Protocol):
    """The ledger as its company reads it. A page is its items and where the next one starts."""

    def head(self, company_id: CompanyId) -> Head: ...

    def entries(
        self, company_id: CompanyId, *, limit: int, after: str | None
    ) -> tuple[Sequence[Entry], str | None]: ...


class Expiries(Protocol):
    def due(self, now: datetime) -> Iterator[Lot]:
        """Credits available that are over within half a year."""
        ...

    def leaving(self) -> Iterator[Company]: ...

    def available(self, company_id: CompanyId) -> Iterator[Lot]: ...

    def head(self, company_id: CompanyId) -> Head: ...

    def notice(self, event: CreditExpiring) -> bool:
        """False where it was said before. Raises Conflict."""
        ...

    def expire(self, move: Move, event: CreditExpired) -> None:
        """Raises AlreadyPosted, Conflict."""
        ...

    def rest(self, company: Company) -> None:
        """Look after it no more. Raises Conflict: its run-off is longer by now."""
        ...


class Adjustments(Protocol):
    def find(self, adjustment_id: str) -> Adjustment:
        """Raises NotFound."""
        ...

    def approve(self, adjustment: Adjustment, move: Move, event: CreditAdjusted) -> None:
        """Raises Conflict."""
        ...

    def reject(self, adjustment: Adjustment) -> None:
        """Raises Conflict."""
        ...


class Books(Protocol):
    def companies(self) -> Iterator[CompanyId]: ...

    def read(self, company_id: CompanyId, now: datetime) -> tuple[Grounds, Figures] | None:
        """None where the company moved meanwhile. Raises ValueError: they cannot be read."""
        ...
