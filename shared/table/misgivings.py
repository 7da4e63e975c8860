"""Counted registrations of a voided window: each waits until a person reverses it or lets it be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from shared.domain.errors import NotFound
from shared.domain.ids import CompanyId, RegistrationId
from shared.domain.review import Misgiving
from shared.table import keys
from shared.table.codec import moment, stamp
from shared.table.commit import Table
from shared.table.writes import Write


def _decided(_: object) -> NotFound:
    return NotFound("this reversal was decided meanwhile")


@dataclass(frozen=True, slots=True)
class Misgivings:
    table: Table

    def waiting(self, *, limit: int, after: str | None) -> tuple[Sequence[Misgiving], str | None]:
        items, following = self.table.inbox(keys.Inbox.REVERSALS, limit=limit, after=after)
        return [_to_misgiving(item) for item in items], following

    def dismiss(self, registration_id: RegistrationId, now: datetime) -> None:
        """It goes on counting. Raises NotFound: nothing waits."""
        closed = self.closed(registration_id, "dismissed", now)
        if not closed:
            raise NotFound("no reversal waits for this registration")
        self.table.commit(*closed)

    def closed(
        self, registration_id: RegistrationId, how: Literal["dismissed", "reversed"], now: datetime
    ) -> list[Write]:
        """The write that takes it out of the inbox; none where nothing waits there."""
        key = keys.reversal(registration_id)
        if keys.DUE_PARTITION not in (self.table.get(key) or {}):
            return []
        guards = [(keys.DUE_PARTITION, "=", keys.inbox(keys.Inbox.REVERSALS))]
        put = {"closed_as": how, "closed_at": stamp(now)}
        return [self.table.change(key, guards=guards, put=put, remove=keys.DUE, refusal=_decided)]


def _to_misgiving(item: dict[str, Any]) -> Misgiving:
    return Misgiving(
        RegistrationId(item["registration_id"]),
        CompanyId(item["company_id"]),
        item["window_id"],
        moment(item[keys.DUE_SORT]),
    )
