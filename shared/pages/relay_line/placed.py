"""A mail's body with something put into it, and nothing else changed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Placed:
    """`before` and `after` together are the body as it was given, to the character."""

    before: str
    line: str
    after: str

    @property
    def whole(self) -> str:
        return f"{self.before}{self.line}{self.after}"


def newline(body: str) -> str:
    """As the body ends its lines.

    >>> newline("a\\r\\nb\\n")
    '\\r\\n'
    """
    return next((mark for mark in ("\r\n", "\n", "\r") if mark in body), "\n")
