"""How a connection goes, and when its company has to look at it.

    refused    the last three deliveries and more were not believed, and none since was
    access     the vendor will not do what we ask for: the key, the field, or an answer of theirs
               that we cannot read; it is over with the next thing they do for us

Nothing coming is no ill: nobody may have applied. What is the network's or the vendor's fault for
the moment is none either: it is tried again. An ill is told once, until all of them are over.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

REFUSALS: Final = 3
"""In a row: one may come of a secret that was just changed, or of somebody trying the address."""


class Ill(StrEnum):
    REFUSED = "refused"
    ACCESS = "access"


@dataclass(frozen=True, slots=True)
class Health:
    """
    Args:
        heard_at: when it was last believed, or read to the end of what is new.
        refusals: since then, in a row.
        refused_why: one of shared.ats.refusal.Refusal.
        trouble: what keeps the vendor from doing what we ask, one of shared.connectors.trouble.Why.
        told_at: since when its company knows; None: there is nothing to know.
    """

    heard_at: datetime | None = None
    refusals: int = 0
    refused_at: datetime | None = None
    refused_why: str | None = None
    trouble: str | None = None
    trouble_at: datetime | None = None
    told_at: datetime | None = None

    @property
    def ills(self) -> tuple[Ill, ...]:
        refused = (Ill.REFUSED,) if self.refusals >= REFUSALS else ()
        return (*refused, Ill.ACCESS) if self.trouble else refused

    @property
    def is_degraded(self) -> bool:
        return bool(self.ills)


def heard(health: Health, at: datetime) -> Health:
    """A delivery was believed. When it was last refused, and why, stays to be read."""
    return _told(replace(health, heard_at=_last(health.heard_at, at), refusals=0), at)


def refused(health: Health, why: str, at: datetime) -> Health:
    more = replace(health, refusals=health.refusals + 1, refused_at=at, refused_why=why)
    return _told(more, at)


def troubled(health: Health, why: str, at: datetime) -> Health:
    """Only for what degrades (shared.connectors.trouble.Trouble.degrades)."""
    return _told(replace(health, trouble=why, trouble_at=at), at)


def done(health: Health, at: datetime) -> Health:
    """The vendor did what we asked."""
    return _told(replace(health, trouble=None), at)


def is_news(before: Health, after: Health) -> bool:
    """Whether its company is told of it now: `ConnectionDegraded`."""
    return after.told_at is not None and before.told_at is None


def _told(health: Health, at: datetime) -> Health:
    if not health.is_degraded:
        return replace(health, told_at=None)
    return health if health.told_at else replace(health, told_at=at)


def _last(known: datetime | None, at: datetime) -> datetime:
    return at if known is None else max(known, at)
