"""Why a mail is sent. What nobody waits for says how to hear no more (Anti-spam act 3 and 4)."""

from dataclasses import dataclass
from typing import Final

SAFE: Final = ("https://", "http://127.0.0.1:")
"""A mail of the relay on one's own machine never leaves it."""


@dataclass(frozen=True, slots=True)
class Transactional:
    """Answers what its reader did or holds; `because` argues it."""

    because: str


@dataclass(frozen=True, slots=True)
class News:
    """To those who opted in. One POST to `leave` ends it, with no question asked (RFC 8058)."""

    leave: str

    def __post_init__(self) -> None:
        if not self.leave.startswith(SAFE):
            raise ValueError("one-click leaving is by https alone")


type Purpose = Transactional | News


def headers(purpose: Purpose) -> dict[str, str]:
    """What a mail program reads of it.

    >>> headers(News("https://relay.example/leave/x"))["List-Unsubscribe"]
    '<https://relay.example/leave/x>'
    """
    match purpose:
        case Transactional():
            return {}
        case News(leave):
            return {
                "List-Unsubscribe": f"<{leave}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            }
