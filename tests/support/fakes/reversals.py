from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shared.contracts.events import Event
from shared.domain.credit import Lot, LotState
from shared.domain.errors import AlreadyDecided, Conflict
from shared.domain.ids import CompanyId, RegistrationId
from shared.domain.registration import Reason, State
from shared.domain.reversal import Reversal
from tests.support.fakes.credits import FakeCredits
from tests.support.fakes.ledgers import FakeLedgers
from tests.support.fakes.memory import Memory


@dataclass
class FakeReversals:
    memory: Memory

    def waiting(self, company_id: CompanyId) -> list[int]:
        states = self.memory.milestones.items()
        reached = [n for (of, n), state in states if of == company_id and state == "reached"]
        return sorted(reached, reverse=True)

    def available(self, company_id: CompanyId) -> list[Lot]:
        lots = (x for x in self.memory.lots.get(company_id, []) if x.state is LotState.AVAILABLE)
        return sorted(lots, key=lambda lot: (lot.expires_at, lot.number), reverse=True)

    def reverse(
        self,
        registration_id: RegistrationId,
        company_id: CompanyId,
        reversal: Reversal,
        reason: Reason,
        events: Sequence[Event],
        now: datetime,
    ) -> None:
        made = self.memory.registrations[registration_id]
        if made.state is not State.COUNTED:
            raise AlreadyDecided
        if not reversal.step.holds(self.memory.tallies[company_id]):
            raise Conflict
        if credit := reversal.credit:
            FakeCredits(self.memory).check_credit(credit, credit)
        FakeLedgers(self.memory).post(reversal.posting)
        self.memory.registrations[registration_id] = replace(made, state=State.REVERSED)
        self.memory.reasons[registration_id] = reason
        self.memory.tallies[company_id] = reversal.step.take(self.memory.tallies[company_id])
        self._give_way(company_id, reversal)
        for event in events:
            self.memory.say(event)

    def _give_way(self, company_id: CompanyId, reversal: Reversal) -> None:
        if reversal.milestone is not None:
            self.memory.milestones[company_id, reversal.milestone] = "withdrawn"
        if credit := reversal.credit:
            FakeCredits(self.memory).put(replace(credit, state=LotState.VOIDED))
