"""Why a vendor was not read or written to: a value, for whoever runs the connection."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final


class Why(StrEnum):
    OUT_OF_TIME = "out_of_time"
    """We stopped by ourselves; go on next time."""
    RATE_LIMITED = "rate_limited"
    TRY_AGAIN = "try_again"
    """Their fault or the network's: nothing says that the connection is wrong."""
    FORBIDDEN = "forbidden"
    """The key is wrong, withdrawn or may not do this."""
    GONE = "gone"
    """They have no such application (any more)."""
    REFUSED = "refused"
    """They understood, and will not: the field is not there, the value not taken."""
    UNREADABLE = "unreadable"
    """An answer unlike what is documented."""
    FIELDS_LOST = "fields_lost"
    """Setting our field took others away: write no more."""
    NO_KEY = "no_key_to_read_by"
    """The company gave us none. What it sent says too little alone."""


DEGRADING: Final = frozenset({Why.FORBIDDEN, Why.REFUSED, Why.UNREADABLE, Why.FIELDS_LOST})
"""Somebody at the company has to look; trying again alone mends none of these."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """`detail` is in words of ours: nothing a vendor said stands in it.

    Args:
        retry_at: not before; None where the caller's own patience decides.
    """

    why: Why
    detail: str = ""
    retry_at: datetime | None = None

    @property
    def degrades(self) -> bool:
        return self.why in DEGRADING
