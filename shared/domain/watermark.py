"""How far a connection was read, and where a pass that was broken off goes on."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from shared.domain.ats_event import ApplicationEvent

OVERLAP: Final = timedelta(days=2)
"""Vendors filter by day, in a zone of theirs: every pass reads these again."""
STALE: Final = timedelta(hours=24)
"""A pass that did not end by then is begun anew: one bad page must not hold up the rest."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far back a wide pass looks, and how often one is made: for what moves no date we may
    filter by. None where every change moves it.
    """

    back: timedelta
    every: timedelta


@dataclass(frozen=True, slots=True)
class Pass:
    """One reading of all pages. `page` is the next one, from 1.

    Args:
        heeds_from: of a wide pass: what happened before was told by earlier ones.
    """

    began_at: datetime
    reads_from: datetime
    heeds_from: datetime | None = None
    page: int = 1

    def turned(self) -> "Pass":
        return replace(self, page=self.page + 1)

    def is_news(self, event: ApplicationEvent) -> bool:
        at = event.occurred_at
        return self.heeds_from is None or at is None or at >= self.heeds_from


@dataclass(frozen=True, slots=True)
class Watermark:
    """`read_to` moves only when a pass came to its end; `broken_off` is one that did not."""

    read_to: datetime
    swept_at: datetime
    broken_off: Pass | None = None

    @staticmethod
    def first(connected_at: datetime) -> "Watermark":
        """What was over when they connected is not ours to act on."""
        return Watermark(connected_at, connected_at)

    def opened(self, now: datetime, reach: Reach | None) -> Pass:
        if self.broken_off and now - self.broken_off.began_at < STALE:
            return self.broken_off
        if reach and now - self.swept_at >= reach.every:
            return Pass(now, now - reach.back, heeds_from=self.swept_at - OVERLAP)
        return Pass(now, self.read_to - OVERLAP)

    def ended(self, done: Pass) -> "Watermark":
        swept_at = done.began_at if done.heeds_from else self.swept_at
        return Watermark(max(self.read_to, done.began_at), swept_at)

    def broken(self, at: Pass) -> "Watermark":
        return replace(self, broken_off=at)
