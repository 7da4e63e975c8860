"""The programme's rules: versions of one record. What is judged is judged by the version valid
when it was made; progress carries over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

THRESHOLD: Final = 10
"""Counted referrals for one credit; fixed for the programme's life."""
PUBLISH_STEP: Final = 3
"""A company's figures move when this many referrals are new, or at a milestone; fixed too."""


@dataclass(frozen=True, slots=True)
class Rules:
    version: int
    effective_from: datetime
    hold_days: int = 0
    """Between the typed code and the count."""
    acceptance_needed: bool = False
    """An adviser accepts every registration before it counts."""
    person_held_days: int = 365
    """How long one person counts once, over all companies."""
    credit_months: int = 24
    """Calendar months from grant to expiry."""
    notice_days: tuple[int, ...] = (90, 30, 7)
    """Before a credit expires, its company hears of it."""
    fee_cap_jpy: int = 6_000_000
    """Theoretical annual income a credit covers; above it the company pays the difference."""
    fee_percent: int = 35
    """Of the theoretical annual income: what a hire costs without a credit."""
    early_leave_days: int = 30
    """Who leaves sooner gives the credit back, once."""
    restored_days: int = 90
    """A restored credit is good for at least this long."""
    runoff_days: int = 90
    """After a company left, its credits are."""
    contact_weekdays: int = 2
    """A candidate hears from an adviser by the end of this weekday."""
    burst: int = 5
    """Registrations of one visitor on one link within `burst_minutes`: somebody looks."""
    burst_minutes: int = 10

    @property
    def person_held(self) -> timedelta:
        return timedelta(days=self.person_held_days)


FIRST: Final = Rules(version=1, effective_from=datetime(2026, 1, 1, tzinfo=UTC))
"""What the programme began with. Later versions are kept beside it, none is ever changed."""


def in_force(versions: Sequence[Rules], at: datetime) -> Rules:
    """The newest version that had begun by then; FIRST before any had."""
    begun = [rules for rules in versions if rules.effective_from <= at]
    return max(begun, key=lambda rules: rules.version, default=FIRST)
