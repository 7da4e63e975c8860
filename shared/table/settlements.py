"""A debt paid by a credit, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from shared.domain.credit import Lot, LotState
from shared.domain.errors import Conflict
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head
from shared.domain.milestone import Tally
from shared.domain.settlement import Settlement
from shared.table import keys
from shared.table.commit import Table
from shared.table.credits import Credits
from shared.table.ledgers import Ledgers
from shared.table.reversals import Reversals

if TYPE_CHECKING:
    from shared.contracts.events import Event


def _moved(_: object) -> Conflict:
    return Conflict("the company's figures moved on while we were deciding")


@dataclass(frozen=True, slots=True)
class Settlements:
    table: Table

    def owing(self, company_id: CompanyId) -> tuple[Tally, Head, Sequence[Lot]]:
        """What a company owes, and could pay with; most owe nothing, and that is one request."""
        tally, head = Ledgers(self.table).tally_and_head(company_id)
        available = Reversals(self.table).available(company_id) if tally.debt else []
        return tally, head, available

    def settle(self, settlement: Settlement, *events: Event) -> None:
        """Raises Conflict."""
        step, credit = settlement.step, settlement.credit
        self.table.commit(
            self.table.change(
                keys.tally(credit.company_id),
                guards=step.guards,
                put=step.put,
                add=step.add,
                refusal=_moved,
            ),
            *Credits(self.table).changed(credit, replace(credit, state=LotState.VOIDED)),
            *Ledgers(self.table).posted(settlement.posting),
            *(self.table.outbox(event) for event in events),
        )
