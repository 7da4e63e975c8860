"""The programme's rules, version 1: one record, judged by the version valid when made."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

THRESHOLD: Final = 10
"""Counted referrals for one credit; fixed for the programme's life."""


@dataclass(frozen=True, slots=True)
class Rules:
    version: int
    person_held: timedelta
    """How long one person counts once, over all companies."""
    credit_months: int
    """Calendar months from grant to expiry."""
    publish_step: int
    """A company's figures move when this many referrals are new, or at a milestone."""


RULES: Final = Rules(version=1, person_held=timedelta(days=365), credit_months=24, publish_step=3)
