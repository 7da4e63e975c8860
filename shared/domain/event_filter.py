"""Which kinds of message an endpoint wants: `credit.granted`, `credit.*`, or `*` for all."""

from collections.abc import Iterable
from typing import Final

ALL: Final = "*"
_FAMILY: Final = ".*"


def wants(patterns: Iterable[str], kind: str) -> bool:
    """
    >>> wants(["credit.*"], "credit.granted"), wants(["credit.*"], "credits.granted")
    (True, False)
    """
    return any(_fits(pattern, kind) for pattern in patterns)


def _fits(pattern: str, kind: str) -> bool:
    if pattern.endswith(_FAMILY):
        return kind.startswith(pattern[:-1])
    return pattern in (ALL, kind)


def unknown(patterns: Iterable[str], kinds: Iterable[str]) -> list[str]:
    """Patterns that no kind fits: a typing mistake would be silence for ever."""
    known = tuple(kinds)
    return [pattern for pattern in patterns if not any(_fits(pattern, kind) for kind in known)]
