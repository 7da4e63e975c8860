"""What an adviser and a candidate write to each other, one thread a candidate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

LONGEST: Final = 4000
"""Characters."""
A_DAY: Final = 30
"""Replies of one candidate."""
LINK_GOOD: Final = timedelta(days=30)
AGAIN: Final = timedelta(minutes=10)
SHOWN: Final = 50
"""The newest of a thread, on the candidate's page and on the desk's."""


class Author(StrEnum):
    ADVISER = "adviser"
    CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True)
class Message:
    """
    Args:
        by: whose key wrote it; the candidate's messages say nothing here.
        origin: where its reader finds us: the mail leads there.
    """

    message_id: str
    author: Author
    text: str
    at: datetime
    by: str | None = None
    origin: str | None = None

    def link_is_good(self, now: datetime) -> bool:
        return now < self.at + LINK_GOOD


def said_before(thread: Sequence[Message], text: str, now: datetime) -> bool:
    """A button pressed twice: the candidate's last words were these, minutes ago.

    Args:
        thread: newest first.
    """
    last = next((m for m in thread if m.author is Author.CANDIDATE), None)
    return last is not None and last.text == text and now - last.at < AGAIN
