"""A version of the rules, with who made it and when. It is only ever followed, never changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from shared.domain.errors import InvalidRequest, StateForbids
from shared.domain.rules import FIRST, Rules

LEAD: Final = timedelta(minutes=10)
"""Between making a version and its beginning: twice as long as anybody remembers the rules."""


@dataclass(frozen=True, slots=True)
class Edition:
    rules: Rules
    made_at: datetime
    made_by: str
    """As Caller.who says it; `programme` made the first one."""


ORIGINAL: Final = Edition(FIRST, FIRST.effective_from, "programme")


def following(
    editions: Sequence[Edition],
    *,
    effective_from: datetime,
    changed: Mapping[str, Any],
    made_by: str,
    now: datetime,
) -> Edition:
    """The next version: the newest one, with `changed`.

    Args:
        editions: all there are, the oldest first.

    Raises:
        InvalidRequest: it would begin too soon, or not after the one before.
    """
    last = editions[-1].rules if editions else FIRST
    if effective_from < now + LEAD:
        raise InvalidRequest(
            "a version begins at least 10 minutes from now", {"effective_from": "malformed"}
        )
    if effective_from <= last.effective_from:
        raise InvalidRequest(
            f"version {last.version} begins later than that", {"effective_from": "malformed"}
        )
    number = last.version + 1
    made = replace(last, version=number, effective_from=effective_from, **changed)
    return Edition(made, now, made_by)


def check_newest(editions: Sequence[Edition], known: int | None) -> None:
    """Raises StateForbids: somebody made another version meanwhile."""
    newest = editions[-1].rules.version if editions else FIRST.version
    if known is not None and known != newest:
        raise StateForbids(f"version {newest} is the newest by now", str(newest))
