from collections.abc import Sequence
from dataclasses import dataclass, replace

from shared.contracts.events import Event
from shared.domain.credit import Lot, LotState
from shared.domain.errors import Conflict
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head
from shared.domain.milestone import Tally
from shared.domain.settlement import Settlement
from tests.support.fakes.credits import FakeCredits
from tests.support.fakes.ledgers import FakeLedgers
from tests.support.fakes.memory import Memory
from tests.support.fakes.reversals import FakeReversals


@dataclass
class FakeSettlements:
    memory: Memory

    def owing(self, company_id: CompanyId) -> tuple[Tally, Head, Sequence[Lot]]:
        tally, head = FakeLedgers(self.memory).tally_and_head(company_id)
        available = FakeReversals(self.memory).available(company_id) if tally.debt else []
        return tally, head, available

    def settle(self, settlement: Settlement, *events: Event) -> None:
        self.memory.begin()
        credit, credits = settlement.credit, FakeCredits(self.memory)
        tally = self.memory.tallies[credit.company_id]
        if not settlement.step.holds(tally):
            raise Conflict
        voided = replace(credit, state=LotState.VOIDED)
        credits.check_credit(credit, voided)
        FakeLedgers(self.memory).check(settlement.posting)
        self.memory.tallies[credit.company_id] = settlement.step.take(tally)
        credits.put(voided)
        FakeLedgers(self.memory).append(settlement.posting)
        for event in events:
            self.memory.say(event)
