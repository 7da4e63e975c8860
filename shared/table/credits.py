"""Credits, moved: the writes of a move, for acts that commit it with their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from shared.domain.credit import LotState
from shared.domain.errors import Conflict
from shared.domain.ids import CompanyId
from shared.domain.redemption import Move, Standing
from shared.table import head_item, keys, lot_item
from shared.table.commit import Table
from shared.table.ledgers import Ledgers
from shared.table.writes import Write

SOONEST: Final = 10
"""Read behind the head: the first may be over, and not yet expired by the clock."""


def _moved(_: object) -> Conflict:
    return Conflict("the credit moved on while we were deciding")


@dataclass(frozen=True, slots=True)
class Credits:
    table: Table

    def standing(self, company_id: CompanyId) -> Standing:
        """One request, however many credits there ever were."""
        partition = keys.of_company(company_id)
        items, _ = self.table.page(partition, keys.HEAD_PREFIX, limit=SOONEST, after=None)
        is_head = keys.head(company_id).sk
        head = next((item for item in items if item[keys.SORT] == is_head), None)
        lots = [lot_item.to_lot(item) for item in items if item[keys.SORT] != is_head]
        return Standing(head_item.to_head(company_id, head), tuple(lots))

    def moved(self, move: Move) -> Iterator[Write]:
        """Raises, once committed: Conflict, AlreadyPosted (restored before)."""
        yield self._lot(move)
        if move.before and move.before.state is LotState.AVAILABLE:
            yield self.table.gone(lot_item.available(move.before)[0], refusal=_moved)
        if move.after.state is LotState.AVAILABLE:
            yield self.table.new(*lot_item.available(move.after), _moved)
        yield from Ledgers(self.table).posted(move.posting)

    def _lot(self, move: Move) -> Write:
        key = keys.lot(move.after.company_id, move.after.number)
        values = lot_item.from_lot(move.after)
        if move.before is None:
            return self.table.new(key, values, _moved)
        gone = [] if move.after.job_order_id else ["job_order_id"]
        guards: list[Any] = [("state", "=", move.before.state), ("turn", "=", move.before.turn)]
        return self.table.change(key, guards=guards, put=values, remove=gone, refusal=_moved)
