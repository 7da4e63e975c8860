"""what should have been said by now -> said aloud -> forgotten."""

from datetime import datetime, timedelta

from shared.domain.errors import Unavailable
from shared.ports import Outbox, Voice


def sweep(*, older_than: timedelta, outbox: Outbox, voice: Voice, now: datetime) -> tuple[int, int]:
    """(said, refused). What was refused stays for the next sweep; it stops nobody behind it."""
    said, refused = 0, 0
    for late in outbox.older_than(now - older_than):
        try:
            voice.say(late)
        except Unavailable:
            refused += 1
            continue
        outbox.forget(late)
        said += 1
    return said, refused
