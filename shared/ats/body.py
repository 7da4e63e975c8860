"""Reading JSON nobody promised us: what is not of its form is not there."""

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final

REF: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,127}")
"""What an id looks like. No address, no name in Japanese, no sentence does."""
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def parsed(raw: bytes) -> dict[str, object] | None:
    """None: not UTF-8, not JSON, too deep, or no object."""
    try:
        said = json.loads(raw.decode())
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


def inside(said: object, *path: str) -> object:
    for step in path:
        said = said.get(step) if isinstance(said, dict) else None
    return said


def several(said: object) -> Iterable[object]:
    return said if isinstance(said, list) else ()


def word(said: object) -> str:
    return said if isinstance(said, str) else ""


def ref(said: object) -> str | None:
    if isinstance(said, int) and not isinstance(said, bool):
        said = str(said)
    return said if isinstance(said, str) and REF.fullmatch(said) else None


def flag(said: object) -> bool | None:
    return said if isinstance(said, bool) else None


def raised(said: object) -> bool:
    """A flag that protects: anything but absent and false raises it."""
    return said is not None and said is not False


def moment(said: object) -> datetime | None:
    """RFC 3339, in UTC. A time without its zone is none."""
    try:
        at = datetime.fromisoformat(word(said))
        return at.astimezone(UTC) if at.tzinfo else None
    except (ValueError, OverflowError):
        return None


def since_epoch(said: object, unit: timedelta) -> datetime | None:
    """`said`: a whole number of units since 1970, as a number or as text."""
    text = ref(said) or ""
    if not text.isdigit():
        return None
    try:
        return EPOCH + int(text) * unit
    except OverflowError:
        return None
