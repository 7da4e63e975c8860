"""Taking a counted referral back, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared.domain.credit import Lot, LotState
from shared.domain.errors import AlreadyDecided, Conflict
from shared.domain.ids import CompanyId, RegistrationId
from shared.domain.registration import Reason, State
from shared.domain.reversal import Reversal
from shared.table import keys, lot_item
from shared.table.codec import stamp
from shared.table.commit import Table
from shared.table.credits import Credits
from shared.table.ledgers import Ledgers
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import Event

NEWEST = 100
"""How far back a milestone or credit to give way is looked for."""


def _moved(_: object) -> Conflict:
    return Conflict("the company's figures moved on while we were deciding")


@dataclass(frozen=True, slots=True)
class Reversals:
    table: Table

    def waiting(self, company_id: CompanyId) -> list[int]:
        """Numbers of milestones reached and not granted, newest first."""
        items = self._newest(company_id, keys.MILESTONE_PREFIX)
        return [item["number"] for item in items if item["state"] == "reached"]

    def available(self, company_id: CompanyId) -> list[Lot]:
        """Credits nobody has reserved or spent, those that expire last first."""
        return [
            lot_item.from_item(item) for item in self._newest(company_id, keys.AVAILABLE_PREFIX)
        ]

    def _newest(self, company_id: CompanyId, prefix: str) -> list[dict[str, Any]]:
        partition = keys.of_company(company_id)
        items, _ = self.table.page(partition, prefix, limit=NEWEST, after=None, newest=True)
        return items

    def reverse(
        self,
        registration_id: RegistrationId,
        company_id: CompanyId,
        reversal: Reversal,
        reason: Reason,
        events: Sequence[Event],
        now: datetime,
    ) -> None:
        """The person stays claimed until its time.

        Raises:
            AlreadyDecided: it does not count, or was reversed before.
            Conflict: read again and decide again.
        """
        self.table.commit(
            self.table.change(
                keys.registration(registration_id),
                guards=[("state", "=", State.COUNTED)],
                put={"state": State.REVERSED, "reason": reason, "reversed_at": stamp(now)},
                refusal=lambda _: AlreadyDecided("this registration does not count"),
            ),
            self.table.change(
                keys.tally(company_id),
                guards=reversal.step.guards,
                put=reversal.step.put,
                add=reversal.step.add,
                refusal=_moved,
            ),
            *self._given_way(company_id, reversal),
            *Ledgers(self.table).posted(reversal.posting),
            *(self.table.outbox(event) for event in events),
        )

    def _given_way(self, company_id: CompanyId, reversal: Reversal) -> Iterator[Write]:
        if reversal.milestone is not None:
            yield self.table.change(
                keys.milestone(company_id, reversal.milestone),
                guards=[("state", "=", "reached")],
                put={"state": "withdrawn"},
                refusal=_moved,
            )
        if credit := reversal.credit:
            yield from Credits(self.table).changed(credit, replace(credit, state=LotState.VOIDED))
