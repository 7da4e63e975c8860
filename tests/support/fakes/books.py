from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from shared.domain.books import Figures, Grounds, Reached
from shared.domain.company import CompanyState
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head
from shared.domain.milestone import Tally
from shared.domain.rebuild import placed
from shared.domain.registration import State
from tests.support.fakes.memory import Memory


@dataclass
class FakeBooks:
    memory: Memory

    def companies(self) -> Iterator[CompanyId]:
        yield from self.memory.opened

    def read(self, company_id: CompanyId, now: datetime) -> tuple[Grounds, Figures] | None:
        if company_id not in self.memory.opened:
            raise ValueError(company_id)
        return self._grounds(company_id), self._figures(company_id)

    def _grounds(self, company_id: CompanyId) -> Grounds:
        counted = [
            self.memory.decided[name]
            for name, kept in self.memory.registrations.items()
            if kept.company_id == company_id and kept.state is State.COUNTED
        ]
        return Grounds(
            company_id,
            self.memory.companies[company_id].state is CompanyState.ACTIVE,
            self.memory.opened[company_id],
            tuple(counted),
            tuple(self._milestones(company_id)),
            tuple(self.memory.entries.get(company_id, [])),
            tuple(a for a in self.memory.adjustments if a.company_id == company_id),
            dict(self.memory.restored.get(company_id, {})),
        )

    def _milestones(self, company_id: CompanyId) -> Iterator[Reached]:
        for of, state in sorted(self.memory.milestones.items()):
            if of[0] == company_id:
                credit = self.memory.grants.get(of, (None, None, None))
                yield Reached(of[1], state, self.memory.reached[of], *credit)

    def _figures(self, company_id: CompanyId) -> Figures:
        entries = self.memory.entries.get(company_id, [])
        lots = self.memory.lots.get(company_id, [])
        return Figures(
            self.memory.tallies.get(company_id, Tally(company_id, active=False)),
            self.memory.heads.get(company_id, Head(company_id)),
            tuple(sorted(lots, key=lambda lot: lot.number)),
            {entry.entry_id: entry.seq for entry in entries},
            placed(lots),
        )
