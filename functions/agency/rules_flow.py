"""The agency's manager makes the rules that will be."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from shared.domain import edition
from shared.domain.edition import Edition
from shared.domain.once import Once, Reply
from shared.ports.programme import Rulebook
from shared.retry import retry_on_conflict


@retry_on_conflict
def make(
    changed: Mapping[str, Any],
    *,
    effective_from: datetime,
    made_by: str,
    once: Once | None,
    reply: Callable[[Edition], Reply],
    rulebook: Rulebook,
    now: datetime,
) -> Edition:
    """A version behind the newest one. Raises InvalidRequest, Answered, IdempotencyMismatch."""
    made = edition.following(
        rulebook.all(), effective_from=effective_from, changed=changed, made_by=made_by, now=now
    )
    rulebook.add(made, once, reply(made))
    return made
