"""What a field may be, and not one thing more."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

WORDS: Final[dict[type, str]] = {str: "text", int: "a whole number", dict: "an object"}
WORDS[list] = "a list"


def unlike(said: Mapping[str, Any], kinds: Mapping[str, type], *also: str) -> str | None:
    """What keeps it from having these fields, `also` of any kind, and no others."""
    names = {*kinds, *also}
    if odd := sorted(said.keys() ^ names):
        return f"{odd[0]!r} is {'missing' if odd[0] in names else 'not known'}"
    wrong = (name for name, kind in kinds.items() if not _is(said[name], kind))
    return next((f"{name} is not {WORDS[kinds[name]]}" for name in wrong), None)


def _is(said: Any, kind: type) -> bool:
    """True is no number; text is what has UTF-8 and moves no cursor."""
    return type(said) is kind and (not isinstance(said, str) or said.isprintable())


def day(said: Any) -> date | None:
    """Only as it was hashed.

    >>> day("2026-03-02"), day("20260302")
    (datetime.date(2026, 3, 2), None)
    """
    try:
        found = date.fromisoformat(said)
    except (TypeError, ValueError):
        return None
    return found if str(found) == said else None
