"""Credits, moved: the writes of a move, for acts that commit it with their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from shared.domain.credit import Lot, LotState
from shared.domain.errors import AlreadyPosted, Conflict, CreditNotFound
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head
from shared.domain.redemption import Move, Standing
from shared.table import head_item, keys, lot_item
from shared.table.codec import stamp
from shared.table.commit import Table
from shared.table.ledgers import Ledgers
from shared.table.runoffs import Runoffs
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import Event

SOONEST: Final = 100
"""Read behind the head: the first ones may be over, and not yet expired by the clock."""


def _moved(_: object) -> Conflict:
    return Conflict("the credit moved on while we were deciding")


def _restored(_: object) -> AlreadyPosted:
    return AlreadyPosted("this credit came back once before")


@dataclass(frozen=True, slots=True)
class Credits:
    table: Table

    def standing(self, company_id: CompanyId) -> Standing:
        """One request, however many credits there ever were."""
        partition = keys.of_company(company_id)
        items, _ = self.table.page(partition, keys.HEAD_PREFIX, limit=SOONEST, after=None)
        is_head = keys.head(company_id).sk
        head = next((item for item in items if item[keys.SORT] == is_head), None)
        lots = [lot_item.from_item(item) for item in items if item[keys.SORT] != is_head]
        return Standing(head_item.from_item(company_id, head), tuple(lots))

    def find(self, company_id: CompanyId, number: int) -> tuple[Head, Lot]:
        """Raises CreditNotFound."""
        head, lot = self.table.get_all(keys.head(company_id), keys.lot(company_id, number))
        if lot is None:
            raise CreditNotFound(f"no credit {number}")
        return head_item.from_item(company_id, head), lot_item.from_item(lot)

    def move(self, move: Move, *events: Event) -> None:
        """A move with no other writes than its own. Raises Conflict, AlreadyPosted."""
        self.table.commit(*self.moved(move), *(self.table.outbox(event) for event in events))

    def moved(self, move: Move) -> Iterator[Write]:
        """Raises, once committed: Conflict, AlreadyPosted (restored before)."""
        if move.restores:
            yield self._once(move.after)
        if move.usable_for:
            yield from Runoffs(self.table).lengthened(move.after.company_id, move.usable_for)
        yield from self.changed(move.before, move.after)
        yield from Ledgers(self.table).posted(move.posting)

    def changed(self, before: Lot | None, after: Lot) -> Iterator[Write]:
        """The credit alone, and what stands behind the head of it."""
        yield self._lot(before, after)
        if before and before.state is LotState.AVAILABLE:
            yield self.table.gone(lot_item.available(before)[0], refusal=_moved)
        if after.state is LotState.AVAILABLE:
            yield self.table.new(*lot_item.available(after), _moved)

    def _lot(self, before: Lot | None, after: Lot) -> Write:
        key = keys.lot(after.company_id, after.number)
        values = lot_item.to_item(after)
        if before is None:
            return self.table.new(key, values, _moved)
        gone = [] if after.job_order_id else ["job_order_id"]
        guards: list[Any] = [("state", "=", before.state), ("turn", "=", before.turn)]
        return self.table.change(key, guards=guards, put=values, remove=gone, refusal=_moved)

    def _once(self, lot: Lot) -> Write:
        """Until when it is good now: the ledger's days and the rules alone would not tell."""
        values = {"number": lot.number, "expires_at": stamp(lot.expires_at)}
        return self.table.new(keys.restored(lot.company_id, lot.number), values, _restored)
