"""Values out of a vendor's JSON: what is unlike its kind is None, and nothing raises."""

import json
import re
from datetime import UTC, datetime
from typing import Any, Final

from shared.domain.tokyo import TOKYO

_REFERENCE: Final = re.compile(r"[A-Za-z0-9_-]{1,128}")
"""Numbers and UUIDs; no address and no name is of this kind."""


def parsed(body: bytes) -> Any:
    """None where it is no JSON."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def reference(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    if isinstance(value, int) and not 0 < value < 2**63:
        return None
    text = str(value)
    return text if _REFERENCE.fullmatch(text) else None


def moment(value: Any) -> datetime | None:
    """In UTC, to the second. A time of no zone is Tokyo's."""
    try:
        at = datetime.fromisoformat(value)
        zoned = at if at.tzinfo else at.replace(tzinfo=TOKYO)
        return zoned.astimezone(UTC).replace(microsecond=0)
    except (TypeError, ValueError, OverflowError):
        return None


def inside(value: Any, name: str) -> Any:
    """A member of an object; of anything else, None."""
    return value.get(name) if isinstance(value, dict) else None
