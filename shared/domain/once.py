"""An impatient caller asks again: the same key and body get the same answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

KEPT: Final = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Once:
    """One use of an Idempotency-Key by one caller."""

    scope: str
    key_digest: str
    request_digest: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    body: str


BESIDE: Final = Reply(204, "")
"""Where the act keeps its answer beside what a store commits (shared.acts)."""
