"""A complaint: who took it, what was done, and when it was settled."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from shared.domain.errors import StateForbids

MAX_STEPS: Final = 100
"""With a text of two thousand letters each they fit into one item."""


class ComplaintKind(StrEnum):
    SUPPORT = "support"
    INTRODUCTION = "introduction"
    PERSONAL_DATA = "personal_data"
    MAIL = "mail"
    FEES = "fees"
    STAFF = "staff"
    OTHER = "other"


class Complainant(StrEnum):
    CANDIDATE = "candidate"
    COMPANY = "company"
    OTHER = "other"


class ComplaintState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Step:
    """What was done."""

    at: datetime
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Complaint:
    """
    Args:
        received_by: `Caller.who` of whoever took it, as all who are named here.
        outcome: how it was settled.
        version: one more with every change; a change starts from the version it read.
    """

    complaint_id: str
    received_on: date
    received_by: str
    noted_at: datetime
    by: Complainant
    kind: ComplaintKind
    text: str
    steps: Sequence[Step] = ()
    closed_at: datetime | None = None
    closed_by: str | None = None
    outcome: str | None = None
    version: int = 0

    @property
    def state(self) -> ComplaintState:
        return ComplaintState.CLOSED if self.closed_at else ComplaintState.OPEN

    def check_open(self) -> None:
        """Raises StateForbids."""
        if self.closed_at:
            raise StateForbids("this complaint is closed", self.state)

    def dealt_with(self, step: Step) -> "Complaint":
        """Raises StateForbids: closed, or a hundred steps were noted."""
        self.check_open()
        if len(self.steps) >= MAX_STEPS:
            raise StateForbids("a hundred steps are noted; close it", "full")
        return replace(self, steps=(*self.steps, step))

    def closed(self, outcome: str, who: str, now: datetime) -> "Complaint":
        """Raises StateForbids."""
        self.check_open()
        return replace(self, closed_at=now, closed_by=who, outcome=outcome)
