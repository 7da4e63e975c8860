from dataclasses import dataclass

from shared.contracts.events import Event
from shared.domain.adjustment import Adjustment
from shared.domain.credit import Lot, LotState
from shared.domain.errors import AlreadyPosted, Conflict, CreditNotFound
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head
from shared.domain.redemption import Move, Standing
from shared.table.credits import SOONEST
from tests.support.fakes.ledgers import FakeLedgers
from tests.support.fakes.memory import Memory


@dataclass
class FakeCredits:
    """`check`, then `apply`: for fakes whose acts move a credit with their own."""

    memory: Memory

    def standing(self, company_id: CompanyId) -> Standing:
        lots = [x for x in self._all(company_id) if x.state is LotState.AVAILABLE]
        lots.sort(key=lambda lot: (lot.expires_at, lot.number))
        head = self.memory.heads.get(company_id, Head(company_id))
        return Standing(head, tuple(lots[: SOONEST - 1]))

    def find(self, company_id: CompanyId, number: int) -> tuple[Head, Lot]:
        for lot in self._all(company_id):
            if lot.number == number:
                return self.memory.heads[company_id], lot
        raise CreditNotFound(f"no credit {number}")

    def move(self, move: Move, *events: Event) -> None:
        self.memory.begin()
        self.check(move)
        self.apply(move, *events)

    def adjust(self, adjustment: Adjustment, move: Move, event: Event) -> None:
        """As the agency's second person does it."""
        self.move(move, event)
        self.memory.adjustments.append(adjustment)

    def check(self, move: Move) -> None:
        """Raises AlreadyPosted, Conflict."""
        number = move.after.number
        if move.restores and number in self.memory.restored.get(move.after.company_id, {}):
            raise AlreadyPosted
        self.check_credit(move.before, move.after)
        FakeLedgers(self.memory).check(move.posting)

    def check_credit(self, before: Lot | None, after: Lot) -> None:
        """Raises Conflict."""
        found = [lot for lot in self._all(after.company_id) if lot.number == after.number]
        was = [(lot.state, lot.turn) for lot in found]
        if was != ([(before.state, before.turn)] if before else []):
            raise Conflict

    def apply(self, move: Move, *events: Event) -> None:
        if move.restores:
            of_company = self.memory.restored.setdefault(move.after.company_id, {})
            of_company[move.after.number] = move.after.expires_at
        self.put(move.after)
        FakeLedgers(self.memory).append(move.posting)
        for event in events:
            self.memory.say(event)

    def put(self, lot: Lot) -> None:
        others = [x for x in self._all(lot.company_id) if x.number != lot.number]
        self.memory.lots[lot.company_id] = [*others, lot]

    def _all(self, company_id: CompanyId) -> list[Lot]:
        return self.memory.lots.get(company_id, [])
