"""Whether a webhook endpoint is worth sending to: off after five failing days, on by hand again.

A failing day is one (UTC) on which an attempt failed, with no success since the first of them. Days
on which nothing was sent say nothing: an endpoint that hears of us once a month has failed once.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from shared.domain.redelivery import Delivered, Gone, Outcome

FAILING_DAYS: Final = 5


class Disabled(StrEnum):
    GONE = "gone"
    """It said so itself, by 410."""
    FAILING = "failing"


@dataclass(frozen=True, slots=True)
class Health:
    """Since the last success. `days` counts the failing ones."""

    failing_since: datetime | None = None
    failed_at: datetime | None = None
    days: int = 0


def heard(health: Health, outcome: Outcome, now: datetime) -> Health:
    """After an attempt. One that ended late, of an earlier day, adds no day."""
    if isinstance(outcome, Delivered):
        return Health()
    last = health.failed_at
    another = last is None or now.date() > last.date()
    return Health(health.failing_since or now, max(last or now, now), health.days + another)


def disabled(health: Health, outcome: Outcome) -> Disabled | None:
    """Why to send nothing there any more; None: go on."""
    if isinstance(outcome, Gone):
        return Disabled.GONE
    if health.failing_since is None or health.failed_at is None:
        return None
    long = health.failed_at - health.failing_since >= timedelta(days=FAILING_DAYS)
    return Disabled.FAILING if long and health.days >= FAILING_DAYS else None
