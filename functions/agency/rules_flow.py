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
    after: int | None = None,
) -> Edition:
    """A version behind the newest one.

    Args:
        after: the newest one, as whoever asks knows it.

    Raises:
        InvalidRequest, Conflict
        StateForbids: another is the newest by now.
    """
    editions = rulebook.all()
    edition.check_newest(editions, after)
    made = edition.following(
        editions, effective_from=effective_from, changed=changed, made_by=made_by, now=now
    )
    written(made).add(made)
    return made
