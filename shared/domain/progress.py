"""How far a company is to its next credit: its own view, and the agency's exact one."""

from dataclasses import dataclass
from datetime import date

from shared.domain.ledger import Head
from shared.domain.milestone import Tally
from shared.domain.rules import THRESHOLD


@dataclass(frozen=True, slots=True)
class Progress:
    counted: int
    toward_next: int
    milestones: int
    carried_deficit: int
    head: Head
    as_of: date | None

    @property
    def to_next(self) -> int:
        return THRESHOLD - self.toward_next + self.carried_deficit


def published(head: Head) -> Progress:
    """What the company sees: its ledger, which moves in steps."""
    return Progress(head.net, head.toward_next, head.milestones, head.deficit, head, head.sealed_on)


def exact(tally: Tally, head: Head) -> Progress:
    """What the agency sees: the count itself."""
    return Progress(tally.n, tally.r, tally.g - tally.w, tally.debt, head, None)
