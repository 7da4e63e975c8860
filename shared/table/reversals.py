"""Taking a counted referral back, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from shared.domain.errors import AlreadyDecided, Conflict
from shared.domain.ids import CompanyId, RegistrationId
from shared.domain.registration import Reason, State
from shared.domain.reversal import Reversal
from shared.table import keys
from shared.table.codec import stamp
from shared.table.commit import Table
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
        return self._numbers(company_id, keys.MILESTONE_PREFIX, "reached")

    def available(self, company_id: CompanyId) -> list[int]:
        """Numbers of credits nobody has reserved or spent, newest first."""
        return self._numbers(company_id, keys.LOT_PREFIX, "available")

    def _numbers(self, company_id: CompanyId, prefix: str, state: str) -> list[int]:
        partition = keys.of_company(company_id)
        items, _ = self.table.page(partition, prefix, limit=NEWEST, after=None, newest=True)
        return [item["number"] for item in items if item["state"] == state]

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

    def _given_way(self, company_id: CompanyId, reversal: Reversal) -> list[Write]:
        numbered = (
            (reversal.milestone, keys.milestone, "reached", "withdrawn"),
            (reversal.credit, keys.lot, "available", "voided"),
        )
        return [
            self.table.change(
                key(company_id, number),
                guards=[("state", "=", before)],
                put={"state": after},
                refusal=_moved,
            )
            for number, key, before, after in numbered
            if number is not None
        ]
