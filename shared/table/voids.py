"""Windows of a link that a company closed: kept, shown to whoever comes in, worked off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.domain.errors import AlreadyDecided, AlreadyDone, Conflict
from shared.domain.ids import CompanyId, LinkId, RegistrationId
from shared.domain.link import Link
from shared.domain.registration import Reason, Registration, State
from shared.domain.void import VoidWindow
from shared.table import keys
from shared.table.codec import due, moment, stamp
from shared.table.commit import Table
from shared.table.links import Links, spans
from shared.table.void_item import from_item, to_item

CONCERNED = frozenset({State.SUBMITTED, State.VERIFIED, State.HELD, State.COUNTED})


@dataclass(frozen=True, slots=True)
class Voids:
    table: Table

    def add(self, window: VoidWindow, before: Link, after: Link) -> None:
        """Every slug the link has, or had, tells from now on.

        Raises Conflict: the link was changed meanwhile.
        """
        told = {"windows": spans(after.windows), "voids": after.voids}
        self.table.commit(
            Links(self.table).swap(before, told),
            *(
                self.table.change(keys.doorway(slug), put=told)
                for slug in (before.slug, *before.former)
            ),
            self.table.new(_key(window), to_item(window) | due(keys.VOIDING, window.made_at)),
        )

    def page(
        self, company_id: CompanyId, link_id: LinkId, *, limit: int, after: str | None
    ) -> tuple[Sequence[VoidWindow], str | None]:
        items, following = self.table.page(
            keys.of_company(company_id), keys.void_windows(link_id), limit=limit, after=after
        )
        return [from_item(item) for item in items], following

    def due(self, now: datetime) -> Iterator[VoidWindow]:
        for item in self.table.due(keys.VOIDING, now):
            yield from_item(item)

    def inside(self, window: VoidWindow) -> Iterator[tuple[RegistrationId, datetime]]:
        """What is undecided or counted, as index `by_company` tells it."""
        since, until = window.walked_to or window.span.since, window.span.until
        for month in keys.company_months(window.company_id, since, until):
            for item in self.table.by_company_between(month, since, until):
                at = moment(item[keys.COMPANY_SORT])
                meant = item.get("link_id") == window.link_id and at < until
                if meant and item["state"] in CONCERNED:
                    name = item[keys.PARTITION].removeprefix(keys.REGISTRATION_PREFIX)
                    yield RegistrationId(name), at

    def exclude(self, registration: Registration) -> bool:
        """One whose code was not typed yet. False: it will not count already.

        Raises:
            AlreadyDecided: the code was typed meanwhile.
            Conflict
        """
        if registration.exclusion is not None:
            return False
        self.table.commit(
            self.table.change(
                keys.registration(registration.registration_id),
                state_in=[State.SUBMITTED],
                unset=["exclusion"],
                put={"exclusion": Reason.VOIDED_BY_COMPANY},
                refusal=lambda _: AlreadyDecided("the code was typed meanwhile"),
            )
        )
        return True

    def asked(self, registration: Registration) -> bool:
        """Whether the agency was asked before, whatever it decided."""
        return self.table.get(keys.reversal(registration.registration_id)) is not None

    def ask_reversal(self, registration: Registration, window: VoidWindow, now: datetime) -> bool:
        """Once for a registration, whatever becomes of it. False: it was asked before."""
        values = {
            "registration_id": registration.registration_id,
            "company_id": registration.company_id,
            "link_id": registration.link_id,
            "window_id": window.window_id,
            "reason": window.reason,
            "asked_at": stamp(now),
            **due(keys.inbox(keys.Inbox.REVERSALS), now),
        }
        try:
            self.table.commit(self.table.new(keys.reversal(registration.registration_id), values))
        except AlreadyDone:
            return False
        return True

    def keep(self, before: VoidWindow, after: VoidWindow, again: datetime | None) -> None:
        """How far the walk came. Raises Conflict: somebody else walked on from here."""
        moved: dict[str, Any] = {k: v for k, v in to_item(after).items() if v is not None}
        gone = [] if after.walked_to else ["walked_to"]
        self.table.commit(
            self.table.change(
                _key(before),
                guards=[("walk", "=", before.walk)],
                put=moved | (due(keys.VOIDING, again) if again else {}),
                remove=(*gone, *(() if again else keys.DUE)),
                refusal=lambda _: Conflict("somebody else walked on"),
            )
        )


def _key(window: VoidWindow) -> keys.Key:
    return keys.void_window(window.company_id, window.link_id, window.window_id)
