"""When a webhook is sent again. Times are those of Svix, which Standard Webhooks grew out of."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from shared.domain.heard import Answered, Heard
from shared.domain.retry_after import asked_wait

PLAN: Final = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=10),
)
"""The wait after the first attempt, after the second, and so on. After the eighth there is none."""
SPREAD: Final = 0.1
"""A wait grows by up to this share of itself: what failed together does not come again together."""
GONE: Final = 410


@dataclass(frozen=True, slots=True)
class Delivered:
    """A 2xx. What its body says is nobody's business."""


@dataclass(frozen=True, slots=True)
class Again:
    at: datetime


@dataclass(frozen=True, slots=True)
class GivenUp:
    """The last attempt failed. It can still be sent by hand."""


@dataclass(frozen=True, slots=True)
class Gone:
    """The endpoint wants nothing any more (410): it is disabled at once."""


type Outcome = Delivered | Again | GivenUp | Gone


def after(attempt: int, heard: Heard, now: datetime, jitter: float) -> Outcome:
    """What follows an attempt. A redirect is a failure like any other: it is not followed.

    Args:
        attempt: 1 for the first.
        jitter: 0 to 1, drawn anew for each attempt.
    """
    match heard:
        case Answered(status) if 200 <= status < 300:
            return Delivered()
        case Answered(status) if status == GONE:
            return Gone()
    if attempt > len(PLAN):
        return GivenUp()
    return Again(now + _wait(max(attempt, 1), heard, now, jitter))


def _wait(attempt: int, heard: Heard, now: datetime, jitter: float) -> timedelta:
    """As planned, or longer where the endpoint asks for it."""
    planned = PLAN[attempt - 1] * (1 + SPREAD * min(max(jitter, 0.0), 1.0))
    asked = asked_wait(heard.retry_after, now) if isinstance(heard, Answered) else timedelta()
    return max(planned, asked)
