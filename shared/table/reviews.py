"""Registrations that wait for a person's verdict, and any one with all that is known of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from shared.domain.cause import cause
from shared.domain.errors import RegistrationNotFound
from shared.domain.ids import RegistrationId
from shared.domain.registration import Reason
from shared.domain.review import Review
from shared.table import keys
from shared.table.codec import optional_moment
from shared.table.commit import Table
from shared.table.registration_item import from_item

ROUNDS: Final = 2
LOOKED_AT: Final = 250
"""Queries one page of one cause may cost, and how many each looks through."""


@dataclass(frozen=True, slots=True)
class Reviews:
    table: Table

    def held(self, *, limit: int, after: str | None) -> tuple[Sequence[Review], str | None]:
        """Longest waiting first."""
        items, following = self.table.inbox(keys.Inbox.HELD, limit=limit, after=after)
        return [_to_review(item) for item in items], following

    def held_for(
        self, wanted: str, *, limit: int, after: str | None
    ) -> tuple[Sequence[Review], str | None]:
        """Those of one cause; a page may hold fewer than `limit`, and more follow all the same."""
        found = list[dict[str, Any]]()
        for _ in range(ROUNDS):
            items, after = self.table.inbox(keys.Inbox.HELD, limit=LOOKED_AT, after=after)
            found += [item for item in items if cause(from_item(item)) == wanted]
            if len(found) >= limit or after is None:
                break
        if len(found) > limit:
            after = _place(found[limit - 1])
        return [_to_review(item) for item in found[:limit]], after

    def find(self, registration_id: RegistrationId) -> Review:
        """Raises RegistrationNotFound."""
        item = self.table.get(keys.registration(registration_id))
        if item is None:
            raise RegistrationNotFound("no such registration")
        return _to_review(item)


def _place(item: dict[str, Any]) -> str:
    """Where a page that ends with this item goes on."""
    names = (keys.PARTITION, keys.SORT, *keys.DUE)
    return json.dumps({name: item[name] for name in names}, sort_keys=True)


def _to_review(item: dict[str, Any]) -> Review:
    return Review(
        from_item(item),
        reason=Reason(item["reason"]) if item.get("reason") else None,
        held_for=item.get("held_for"),
        held_until=optional_moment(item.get("held_until")),
        decided_at=optional_moment(item.get("decided_at")),
        reversed_at=optional_moment(item.get("reversed_at")),
    )


def review(item: dict[str, Any]) -> Review:
    """As `find` answers, of an item that was read with others."""
    return _to_review(item)
