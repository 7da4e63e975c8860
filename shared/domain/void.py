"""A window of time in which a link's registrations do not count: the mass mis-send."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from shared.domain.errors import InvalidRequest
from shared.domain.ids import CompanyId, LinkId

SHORTEST: Final = timedelta(hours=1)
LONGEST: Final = timedelta(days=31)
FEWEST: Final = 3
"""Counted registrations that are taken back together. Of fewer the company's figures would tell
that a certain person registered, so those go on counting.
"""
AHEAD: Final = timedelta(days=7)
AT_ONCE: Final = 20
"""Windows of one link that are not over yet: a registration reads them all."""
LAST_LOOK: Final = timedelta(hours=1)
"""From then on what has counted is judged, all of a window together."""
LOOKS: Final = (timedelta(minutes=1), timedelta(minutes=10), LAST_LOOK)
"""After the act: when whoever had read the link before it has surely written, and once more."""
AGAIN: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Span:
    since: datetime
    until: datetime

    def holds(self, at: datetime) -> bool:
        return self.since <= at < self.until


class VoidState(StrEnum):
    WORKING = "working"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class VoidWindow:
    window_id: str
    company_id: CompanyId
    link_id: LinkId
    span: Span
    reason: str
    made_at: datetime
    state: VoidState = VoidState.WORKING
    walk: int = 0
    """How often it was worked on; nobody works on it from what is not so any more."""
    walked_to: datetime | None = None
    """Where the walk under way stands. None: it begins."""
    changed: int = 0
    """Registrations the walk under way gave a verdict, or a reversal to decide."""


def check(span: Span, now: datetime) -> None:
    """Raises InvalidRequest, naming the field."""
    if span.until <= span.since:
        raise InvalidRequest("to is not after from", {"to": "malformed"})
    if span.until - span.since < SHORTEST:
        raise InvalidRequest("a window has an hour at least", {"to": "malformed"})
    if span.until - span.since > LONGEST:
        raise InvalidRequest("a window has 31 days at most", {"to": "malformed"})
    if span.until > now + AHEAD:
        raise InvalidRequest("to is at most 7 days ahead", {"to": "malformed"})


def following(window: VoidWindow, now: datetime) -> datetime | None:
    """When to walk again after a whole walk; None once two found nothing, ten minutes apart."""
    for look in LOOKS:
        if now < window.made_at + look:
            return window.made_at + look
    return now + AGAIN if window.changed else None


def still_open(spans: Iterable[Span], now: datetime) -> tuple[Span, ...]:
    return tuple(span for span in spans if span.until > now)
