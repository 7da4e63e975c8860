"""The agency's manager makes the rules that will be."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from shared.domain import edition
from shared.domain.edition import Edition
from shared.ports.programme import Rulebook
from shared.retry import retry_on_conflict


@retry_on_conflict
def make(
    changed: Mapping[str, Any],
    *,
    effective_from: datetime,
    made_by: str,
    rulebook: Rulebook,
    written: Callable[[Edition], Rulebook],
    now: datetime,
) -> Edition:
    """A version behind the newest one. Raises InvalidRequest, Conflict."""
    made = edition.following(
        rulebook.all(), effective_from=effective_from, changed=changed, made_by=made_by, now=now
    )
    written(made).add(made)
    return made
