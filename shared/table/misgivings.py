"""Counted registrations of a voided window: each waits until a person reverses it or lets it be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from shared.domain.errors import NotFound
from shared.domain.ids import CompanyId, RegistrationId
from shared.domain.ledger import Head
from shared.domain.milestone import Tally
from shared.domain.review import Misgiving
from shared.table import head_item, keys, tally_item
from shared.table.codec import moment, stamp
from shared.table.commit import Table
from shared.table.inboxes import called
from shared.table.writes import Write

type Names = Mapping[str, str]
type Standing = tuple[Tally, Head]


def _decided(_: object) -> NotFound:
    return NotFound("this reversal was decided meanwhile")


@dataclass(frozen=True, slots=True)
class Misgivings:
    table: Table

    def waiting(self, *, limit: int, after: str | None) -> tuple[Sequence[Misgiving], str | None]:
        items, following = self.table.inbox(keys.Inbox.REVERSALS, limit=limit, after=after)
        return [_to_misgiving(item) for item in items], following

    def told(self, found: Sequence[Misgiving]) -> tuple[Names, Mapping[CompanyId, Standing]]:
        """Whom and whose these are, by their ids, and where those companies stand: one request."""
        of = sorted({one.company_id for one in found})
        wanted = [key(company) for key in (keys.company, keys.tally, keys.head) for company in of]
        made = [one.registration_id for one in found]
        read = self.table.get_all(*wanted, *map(keys.registration, made))
        companies, tallies, heads = (read[n * len(of) : (n + 1) * len(of)] for n in range(3))
        names: dict[str, str] = {
            name: called(item)
            for name, item in zip([*of, *made], [*companies, *read[len(wanted) :]], strict=True)
            if item
        }
        standings = {
            name: (tally_item.from_item(name, tally), head_item.from_item(name, head))
            for name, tally, head in zip(of, tallies, heads, strict=True)
        }
        return names, standings

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
