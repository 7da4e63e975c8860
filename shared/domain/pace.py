"""How fast one key may ask: so many a second, and some at once after a rest.

    >>> from datetime import UTC, datetime
    >>> slow, now = Pace("writes", every_ms=500, at_once=3), datetime(2026, 4, 1, tzinfo=UTC)
    >>> slow.wait(slow.start(now) + 1000, now), slow.wait(slow.start(now) + 1600, now)
    (0, 1)

One number is kept of each family: until when what was asked so far keeps us busy at this pace. It
is in the past for whoever rested (the generic cell rate algorithm).
"""

from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Final


@dataclass(frozen=True, slots=True)
class Pace:
    family: str
    every_ms: int
    """One for each of these, for as long as it goes on."""
    at_once: int
    """After a rest."""

    @property
    def field(self) -> str:
        """Where a key keeps it."""
        return f"pace_{self.family}"

    def start(self, now: datetime) -> int:
        return int(now.timestamp() * 1000)

    def after_rest(self, now: datetime) -> int:
        return self.start(now) + self.every_ms

    def latest(self, now: datetime) -> int:
        """Busy until then at the most, for one more to be let in."""
        return self.start(now) + self.every_ms * (self.at_once - 1)

    def wait(self, busy_until: int, now: datetime) -> int:
        """Seconds until one more is let in."""
        return max(0, ceil((busy_until - self.latest(now)) / 1000))

    def is_of_another_clock(self, busy_until: int, now: datetime) -> bool:
        """More than anybody can have asked for by now."""
        return busy_until > self.latest(now) + self.every_ms + 1000


REJECTIONS: Final = Pace("rejections", every_ms=100, at_once=300)
"""A mail a candidate: two thousand of them in three minutes."""
READS: Final = Pace("reads", every_ms=50, at_once=600)
WRITES: Final = Pace("writes", every_ms=200, at_once=200)
PACES: Final = (REJECTIONS, READS, WRITES)


def pace_of(method: str, path: str) -> Pace:
    """
    >>> pace_of("POST", "/v1/rejections").family, pace_of("GET", "/v1/links").family
    ('rejections', 'reads')
    """
    if path.startswith(("/v1/rejections", "/v1/rejection-mails")):
        return REJECTIONS
    return READS if method in ("GET", "HEAD") else WRITES
