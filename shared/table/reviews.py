"""Registrations that wait for a person's verdict, and any one with all that is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from shared.domain.errors import RegistrationNotFound
from shared.domain.ids import RegistrationId
from shared.domain.registration import Reason
from shared.domain.review import Review
from shared.table import keys
from shared.table.codec import optional_moment
from shared.table.commit import Table
from shared.table.registration_item import from_item


@dataclass(frozen=True, slots=True)
class Reviews:
    table: Table

    def held(self, *, limit: int, after: str | None) -> tuple[Sequence[Review], str | None]:
        """Longest waiting first."""
        items, following = self.table.inbox(keys.Inbox.HELD, limit=limit, after=after)
        return [_to_review(item) for item in items], following

    def find(self, registration_id: RegistrationId) -> Review:
        """Raises RegistrationNotFound."""
        item = self.table.get(keys.registration(registration_id))
        if item is None:
            raise RegistrationNotFound("no such registration")
        return _to_review(item)


def _to_review(item: dict[str, Any]) -> Review:
    return Review(
        from_item(item),
        reason=Reason(item["reason"]) if item.get("reason") else None,
        held_for=item.get("held_for"),
        held_until=optional_moment(item.get("held_until")),
        decided_at=optional_moment(item.get("decided_at")),
        reversed_at=optional_moment(item.get("reversed_at")),
    )
