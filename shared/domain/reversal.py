"""Taking a counted referral back: what gives way is a count, a milestone, or a credit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shared.domain import ledger
from shared.domain.credit import Lot, newest
from shared.domain.errors import Conflict
from shared.domain.ledger import Head, Posting
from shared.domain.milestone import Step, Tally, reversing
from shared.domain.rules import Rules


@dataclass(frozen=True, slots=True)
class Reversal:
    """One transaction's worth. At most one of `milestone` and `credit` gives way, by number."""

    step: Step
    posting: Posting
    milestone: int | None = None
    credit: Lot | None = None

    @property
    def effect(self) -> str:
        """What gives way, in a word: `count`, `milestone 3`, `credit 3`, `deficit`."""
        if self.milestone is not None:
            return f"milestone {self.milestone}"
        if self.credit is not None:
            return f"credit {self.credit.number}"
        return "count" if self.step.name == "lower" else "deficit"

    @property
    def kind(self) -> str:
        """`effect` without its number."""
        return self.effect.partition(" ")[0]


def foreseen(tally: Tally, head: Head) -> tuple[str, Tally]:
    """The kind of what gives way, by the figures alone, and where the company would stand."""
    is_due = tally.g - tally.w > head.milestones
    step = reversing(tally, withdrawable=is_due or head.available > 0)
    kinds = {"lower": "count", "withdraw": "milestone" if is_due else "credit", "owe": "deficit"}
    return kinds[step.name], step.take(tally)


def reverse(
    tally: Tally,
    head: Head,
    *,
    waiting: Sequence[int],
    available: Sequence[Lot],
    on: date,
    rules: Rules,
) -> Reversal:
    """Take one count back. A milestone not granted yet gives way before a credit, the newest first.

    Args:
        waiting: numbers of milestones reached and not granted.
        available: credits nobody has reserved or spent.

    Raises:
        Conflict: a milestone waits that is not among `waiting`.
    """
    if tally.g - tally.w > head.milestones and not waiting:
        raise Conflict("a milestone waits for its credit, and was not read")
    step = reversing(tally, withdrawable=bool(waiting or available))
    milestone: int | None = None
    credit: Lot | None = None
    if step.name == "withdraw":
        milestone = max(waiting, default=None)
        credit = newest(available) if milestone is None else None
    void = credit.number if credit else None
    posting = ledger.uncount(head, tally.n, void=void, on=on, rules=rules)
    return Reversal(step, posting, milestone, credit)
