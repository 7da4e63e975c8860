"""The rule of ten: every tenth counted referral of a company is a milestone.

Law, in every reachable state: n = 10 * (g - w) + r - debt, and r * debt = 0.
The steps below are the decision table; the store only speaks them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from shared.domain.ids import CompanyId
from shared.domain.rules import THRESHOLD

LAST: Final = THRESHOLD - 1


@dataclass(frozen=True, slots=True)
class Tally:
    """n counted, r since the last milestone, g milestones reached, w withdrawn, debt carried."""

    company_id: CompanyId
    active: bool = True
    n: int = 0
    r: int = 0
    g: int = 0
    w: int = 0
    debt: int = 0

    @property
    def lawful(self) -> bool:
        balanced = self.n == THRESHOLD * (self.g - self.w) + self.r - self.debt
        return balanced and self.r * self.debt == 0 and 0 <= self.r <= LAST and self.debt >= 0


@dataclass(frozen=True, slots=True)
class Milestone:
    """The `number`-th tenth referral, counted from 1. Its number is its identity."""

    company_id: CompanyId
    number: int


type Guard = tuple[str, str, int | bool | str]
"""(field, "=" or "<" or ">", value)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One move of a tally: taken only where every guard holds, else refused without effect."""

    name: str
    guards: tuple[Guard, ...]
    add: Mapping[str, int]
    put: Mapping[str, int] = field(default_factory=dict)

    def holds(self, tally: Tally) -> bool:
        return all(_compare(getattr(tally, name), op, value) for name, op, value in self.guards)

    def take(self, tally: Tally) -> Tally:
        added: dict[str, Any] = {k: getattr(tally, k) + v for k, v in self.add.items()}
        return replace(tally, **{**added, **self.put})


def _compare(left: Any, op: str, right: Any) -> bool:
    return bool(left == right if op == "=" else left < right if op == "<" else left > right)


_ACTIVE: Final[Guard] = ("active", "=", True)
_NO_DEBT: Final[Guard] = ("debt", "=", 0)

RISE: Final = Step("A", (_ACTIVE, ("r", "<", LAST), _NO_DEBT), add={"n": 1, "r": 1})
FILL: Final = Step("C", (_ACTIVE, ("debt", ">", 0)), add={"n": 1, "debt": -1})
LOWER: Final = Step("lower", (("r", ">", 0),), add={"n": -1, "r": -1})
OWE: Final = Step("owe", (("r", "=", 0),), add={"n": -1, "debt": 1})
WITHDRAW: Final = Step(
    "withdraw", (("r", "=", 0), _NO_DEBT), add={"n": -1, "w": 1}, put={"r": LAST}
)


def complete(g: int) -> Step:
    """The tenth; `g` milestones were reached before it, so this one's number is g + 1."""
    guards = (_ACTIVE, ("r", "=", LAST), _NO_DEBT, ("g", "=", g))
    return Step("B", guards, add={"n": 1, "g": 1}, put={"r": 0})


def counting(tally: Tally) -> Step | None:
    """The step that counts one more referral here; None while the company is not active.

    >>> counting(Tally(CompanyId("acme"), n=9, r=9)).name
    'B'
    """
    if not tally.active:
        return None
    if tally.debt > 0:
        return FILL
    return RISE if tally.r < LAST else complete(tally.g)


def reached(step: Step, tally: Tally) -> Milestone | None:
    """The milestone this step completes from `tally`."""
    return Milestone(tally.company_id, tally.g + 1) if step.name == "B" else None


def reversing(tally: Tally, *, withdrawable: bool) -> Step:
    """The step that takes one counted referral back.

    Args:
        withdrawable: a credit still available, or a milestone not granted yet, can be taken back.
    """
    if tally.r > 0:
        return LOWER
    return WITHDRAW if tally.debt == 0 and withdrawable else OWE


def settling(tally: Tally) -> Step:
    """Pay a debt, or ten of it, by voiding a credit that came free later."""
    if tally.debt < 1:
        raise ValueError("there is no debt to settle")
    left = max(THRESHOLD - tally.debt, 0), max(tally.debt - THRESHOLD, 0)
    guards = (("r", "=", 0), ("debt", "=", tally.debt))
    return Step("settle", guards, add={"w": 1}, put=dict(zip(("r", "debt"), left, strict=True)))
