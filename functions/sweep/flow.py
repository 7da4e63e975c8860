"""what should have been said by now -> said aloud -> forgotten; who never verified -> forgotten."""

from contextlib import suppress
from datetime import datetime, timedelta

from shared.domain.errors import AlreadyDecided, Conflict, Unavailable
from shared.ports.registering import Unverified
from shared.ports.speaking import Outbox, Voice


def sweep(*, older_than: timedelta, outbox: Outbox, voice: Voice, now: datetime) -> tuple[int, int]:
    """(said, refused). What was refused stays for the next sweep; it stops nobody behind it."""
    said, refused = 0, 0
    for late in outbox.older_than(now - older_than):
        try:
            voice.say(late)
            outbox.forget(late)
        except (Conflict, Unavailable):
            refused += 1
        else:
            said += 1
    return said, refused


def tidy(*, unverified: Unverified, now: datetime) -> int:
    """How many registrations were deleted whose code was never typed within a day."""
    gone = 0
    for registration_id in unverified.overdue(now):
        with suppress(AlreadyDecided, Conflict):
            unverified.forget(registration_id)
            gone += 1
    return gone
