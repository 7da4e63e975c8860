"""Adjustments: proposed, and then approved with the credit's move, or rejected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.domain.adjustment import Adjustment, AdjustmentState
from shared.domain.credit import Lot
from shared.domain.errors import Conflict, CreditNotFound, NotFound
from shared.domain.ids import CompanyId
from shared.domain.redemption import Move
from shared.table import adjustment_item, keys, lot_item
from shared.table.codec import due
from shared.table.commit import Table
from shared.table.credits import Credits
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import CreditAdjusted

LOOKED_AT = 1000
"""Credits of one company that are looked through for the one to take."""


@dataclass(frozen=True, slots=True)
class Adjustments:
    table: Table

    def propose(self, adjustment: Adjustment) -> None:
        waits = due(keys.inbox(keys.Inbox.ADJUSTMENTS), adjustment.proposed_at)
        named = adjustment.adjustment_id
        key = keys.adjustment(adjustment.company_id, named)
        self.table.commit(
            self.table.new(key, {**adjustment_item.to_item(adjustment), **waits}),
            self.table.new(keys.whose_adjustment(named), {"company_id": adjustment.company_id}),
        )

    def find(self, adjustment_id: str) -> Adjustment:
        """Raises NotFound."""
        whose = self.table.get(keys.whose_adjustment(adjustment_id))
        company_id = CompanyId(whose["company_id"]) if whose else None
        item = self.table.get(keys.adjustment(company_id, adjustment_id)) if company_id else None
        if item is None:
            raise NotFound("no such adjustment")
        return adjustment_item.from_item(item)

    def proposed(self, *, limit: int, after: str | None) -> tuple[Sequence[Adjustment], str | None]:
        items, following = self.table.inbox(keys.Inbox.ADJUSTMENTS, limit=limit, after=after)
        return [adjustment_item.from_item(item) for item in items], following

    def available(self, company_id: CompanyId, credit_id: str) -> Lot:
        """Raises CreditNotFound."""
        partition = keys.of_company(company_id)
        items, _ = self.table.page(partition, keys.AVAILABLE_PREFIX, limit=LOOKED_AT, after=None)
        for item in items:
            if item["credit_id"] == credit_id:
                return lot_item.from_item(item)
        raise CreditNotFound("this company has no such credit available")

    def approve(self, adjustment: Adjustment, move: Move, event: CreditAdjusted) -> None:
        """Raises Conflict."""
        self.table.commit(
            self._decided(adjustment),
            *Credits(self.table).moved(move),
            self.table.outbox(event),
        )

    def reject(self, adjustment: Adjustment) -> None:
        """Raises Conflict."""
        self.table.commit(self._decided(adjustment))

    def _decided(self, after: Adjustment) -> Write:
        return self.table.change(
            keys.adjustment(after.company_id, after.adjustment_id),
            state_in=[AdjustmentState.PROPOSED],
            put=adjustment_item.to_item(after),
            remove=keys.DUE,
            refusal=lambda _: Conflict("the adjustment was decided meanwhile"),
        )
