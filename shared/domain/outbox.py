"""A fact that was committed, on its way out."""

from dataclasses import dataclass
from typing import Final

SOURCE: Final = "career-relay"
"""Who says it, on the bus."""


@dataclass(frozen=True, slots=True)
class Said:
    event_id: str
    detail_type: str
    detail: str
    """JSON, as the event's contract writes it."""
    to: str
    """`bus`, or `count`: the queue that counts a contended company's referrals in order."""
    company_id: str | None = None
    held: bool = False
    """It was said before, and waited for the morning."""
