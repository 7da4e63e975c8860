"""One credit by its number, read with the ledger it stands in, and moved with what is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.domain.credit import Lot
from shared.domain.errors import CreditNotFound
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head
from shared.domain.redemption import Move
from shared.table import head_item, keys, lot_item
from shared.table.commit import Table
from shared.table.credits import Credits

if TYPE_CHECKING:
    from shared.contracts.events import Event


@dataclass(frozen=True, slots=True)
class Lots:
    table: Table

    def head(self, company_id: CompanyId) -> Head:
        return head_item.to_head(company_id, self.table.get(keys.head(company_id)))

    def head_and_lot(self, company_id: CompanyId, number: int) -> tuple[Head, Lot]:
        """Raises CreditNotFound."""
        head, lot = self.table.get_all(keys.head(company_id), keys.lot(company_id, number))
        if lot is None:
            raise CreditNotFound("this company has no such credit")
        return head_item.to_head(company_id, head), lot_item.to_lot(lot)

    def move(self, move: Move, event: Event) -> None:
        """Raises AlreadyPosted, Conflict."""
        self.table.commit(*Credits(self.table).moved(move), self.table.outbox(event))
