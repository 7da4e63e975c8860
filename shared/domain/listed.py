"""A delivery as its company reads it afterwards: what came of it, and if nothing, why."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from shared.domain.ids import ApplicationId, ConnectionId

KEPT: Final = timedelta(days=30)
"""How long a delivery is listed, and known again: shared.ats.signature.REMEMBERED."""


class Outcome(StrEnum):
    APPLIED = "applied"
    IGNORED = "ignored"
    """Believed and understood; there was nothing to do, for the reason it says."""
    UNREAD = "unread"
    """The vendor says less than we need, and what is left out could not be read."""
    PING = "ping"
    HANDSHAKE = "handshake"
    REFUSED = "refused"
    """Not believed."""
    NOT_WRITTEN = "not_written"
    """Of our own writing: the vendor did not take an application's link."""


class Unread(StrEnum):
    NO_KEY = "no_key_to_read_by"
    GONE = "gone"
    """The vendor has no such application (any more)."""
    FORBIDDEN = "forbidden"
    REFUSED = "refused"
    UNREADABLE = "unreadable"


DEGRADING: Final = frozenset({Unread.FORBIDDEN, Unread.REFUSED, Unread.UNREADABLE})
"""Somebody at the company has to look; the words are those of shared.connectors.trouble."""


@dataclass(frozen=True, slots=True)
class Listed:
    """
    Args:
        reason: a word of shared.ats.delivery.Why, shared.domain.application_news.Ignored,
            shared.ats.refusal.Refusal or `Unread`; none where it was applied.
        what: `application.rejected`, `candidate.erased`, ..; empty where it was not read.
        repeats: how often it came again.
    """

    delivery_id: str
    connection_id: ConnectionId
    received_at: datetime
    outcome: Outcome
    reason: str | None = None
    what: str = ""
    application_id: ApplicationId | None = None
    repeats: int = 0
    repeated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """That a delivery came before, and where it is listed."""

    delivery_id: str
    received_at: datetime
