"""Secrets of others as we keep them: under our seal, never plain, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

BOTH_FOR: Final = timedelta(hours=24)
"""How long the one before stays good."""
MOST: Final = 8
"""Some systems sign every kind of event with a secret of its own."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """`until`: good until then; None: until it is replaced. `since`: when we were given it."""

    text: str = field(repr=False)
    until: datetime | None = None
    since: datetime | None = None

    def is_live(self, now: datetime) -> bool:
        return self.until is None or now < self.until


def live(held: Sequence[Sealed], now: datetime) -> tuple[Sealed, ...]:
    return tuple(one for one in held if one.is_live(now))


def beside(held: Sequence[Sealed], new: str, now: datetime) -> tuple[Sealed, ...]:
    """One more, as good as those there are; of too many the oldest goes."""
    return (Sealed(new, since=now), *live(held, now))[:MOST]


def rotated(held: Sequence[Sealed], new: str, now: datetime) -> tuple[Sealed, ...]:
    """One in place of those there are, which stay good for a day and no longer."""
    ends = now + BOTH_FOR
    old = [replace(one, until=min(one.until or ends, ends)) for one in live(held, now)]
    return (Sealed(new, since=now), *old)[:MOST]
