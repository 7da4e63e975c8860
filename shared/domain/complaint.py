"""A complaint: who took it, what was done, and when it was settled."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from shared.domain.errors import StateForbids
from shared.domain.ids import CandidateId

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
        candidate_id: of whom we have a file, where the complaint is theirs.
        outcome: how it was settled.
        erased_at: their data was erased, and with it their words and ours about them.
        version: one more with every change; a change starts from the version it read.
    """

    complaint_id: str
    received_on: date
    received_by: str
    noted_at: datetime
    by: Complainant
    kind: ComplaintKind
    text: str
    candidate_id: CandidateId | None = None
    steps: Sequence[Step] = ()
    closed_at: datetime | None = None
    closed_by: str | None = None
    outcome: str | None = None
    erased_at: datetime | None = None
    version: int = 0

    @property
    def state(self) -> ComplaintState:
        return ComplaintState.CLOSED if self.closed_at else ComplaintState.OPEN

    def check_open(self) -> None:
        """Raises StateForbids."""
        if self.closed_at:
            raise StateForbids("this complaint is closed", self.state)

    def dealt_with(self, step: Step) -> "Complaint":
        """Raises StateForbids: closed, of somebody erased, or a hundred steps were noted."""
        self.check_open()
        if self.erased_at:
            raise StateForbids("whose complaint it is was erased; close it", "erased")
        if len(self.steps) >= MAX_STEPS:
            raise StateForbids("a hundred steps are noted; close it", "full")
        return replace(self, steps=(*self.steps, step))

    def closed(self, outcome: str, who: str, now: datetime) -> "Complaint":
        """Raises StateForbids."""
        self.check_open()
        said = None if self.erased_at else outcome
        return replace(self, closed_at=now, closed_by=who, outcome=said)

    def erased(self, now: datetime) -> "Complaint":
        """That there was one, when, of what kind and who dealt with it stays."""
        steps = tuple(replace(step, text="") for step in self.steps)
        said, gone = "" if self.outcome else None, self.erased_at or now
        return replace(self, text="", outcome=said, steps=steps, erased_at=gone)
