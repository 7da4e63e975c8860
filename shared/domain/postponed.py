"""Who keeps a delivery until its time: SQS up to 15 minutes, beyond that a one-time schedule."""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

QUEUE_HOLDS: Final = timedelta(minutes=15)
"""SQS: DelaySeconds is 0 to 900."""


@dataclass(frozen=True, slots=True)
class InQueue:
    """As a message's DelaySeconds."""

    seconds: int


@dataclass(frozen=True, slots=True)
class OnSchedule:
    """EventBridge Scheduler's `at(...)`, UTC. It comes within the minute after."""

    at: datetime

    @property
    def expression(self) -> str:
        """
        >>> OnSchedule(datetime(2026, 4, 1, 12, 30, tzinfo=UTC)).expression
        'at(2026-04-01T12:30:00)'
        """
        return f"at({self.at.astimezone(UTC):%Y-%m-%dT%H:%M:%S})"


def postponed(until: datetime, now: datetime) -> InQueue | OnSchedule:
    """Never before its time: seconds are rounded up."""
    if until - now <= QUEUE_HOLDS:
        return InQueue(max(0, math.ceil((until - now).total_seconds())))
    return OnSchedule(until.replace(microsecond=0) + timedelta(seconds=bool(until.microsecond)))
