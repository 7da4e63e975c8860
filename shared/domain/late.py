"""What should have followed by now and has not."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from shared.domain import ledger
from shared.domain.books import Figures, Grounds
from shared.domain.difference import Difference

PATIENCE: Final = timedelta(hours=1)
"""A grant and a seal take seconds; dead letters are looked at within the hour."""
UNSAID: Final = timedelta(minutes=15)
"""The sweeper says what is two minutes old, every minute."""


def late(grounds: Grounds, stored: Figures, now: datetime) -> Iterator[Difference]:
    """Milestones without their credit, and counts the company should see by now."""
    company_id, before = grounds.company_id, now - PATIENCE
    for milestone in grounds.milestones:
        if milestone.state == "reached" and milestone.reached_at <= before:
            what = f"milestone {milestone.number} late"
            yield Difference(company_id, what, "reached", "granted")
    counted = sum(at <= before for at in grounds.counted)
    if (due := ledger.showable(stored.head, counted)) > 0:
        shown = str(stored.head.net), str(stored.head.net + due)
        yield Difference(company_id, "published late", *shown)
