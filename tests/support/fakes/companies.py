from dataclasses import dataclass, replace
from datetime import datetime

from shared.contracts.events import CompanyApproved
from shared.domain.access import Caller
from shared.domain.company import Company, CompanyState
from shared.domain.errors import AlreadyDone, CompanyNotFound, Unauthenticated
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head
from shared.domain.milestone import Tally
from shared.domain.once import Once, Reply
from shared.domain.pace import Pace
from shared.table.companies import ASKED_PER_VISITOR_AND_HOUR
from tests.support.fakes.memory import Memory


@dataclass
class FakeCompanies:
    memory: Memory

    def ask(self, company: Company, visitor: str, once: Once | None, reply: Reply) -> None:
        self.memory.begin()
        self.memory.check_answer(once)
        self.memory.check_rate(visitor, company.created_at, ASKED_PER_VISITOR_AND_HOUR)
        self.memory.answer(once, reply)
        self.memory.one_more(visitor, company.created_at)
        self.memory.companies[company.company_id] = company

    def find(self, company_id: CompanyId) -> Company:
        if company_id not in self.memory.companies:
            raise CompanyNotFound(company_id)
        return self.memory.companies[company_id]

    def approve(self, company_id: CompanyId, event: CompanyApproved, now: datetime) -> None:
        self.memory.begin()
        company = self.memory.companies.get(company_id)
        if company is None or company.state is not CompanyState.PENDING_REVIEW:
            raise AlreadyDone("this company is not waiting for approval")
        self.memory.companies[company_id] = replace(company, state=CompanyState.ACTIVE)
        self.memory.tallies[company_id] = Tally(company_id)
        self.memory.heads[company_id] = Head(company_id, sealed_on=now.date())
        self.memory.opened[company_id] = now.date()
        self.memory.say(event)


@dataclass
class FakeApiKeys:
    memory: Memory

    def add(self, digest: str, caller: Caller) -> None:
        if digest in self.memory.api_keys:
            raise AlreadyDone(digest)
        self.memory.api_keys[digest] = caller

    def find(self, digest: str, now: datetime, pace: Pace | None = None) -> Caller:
        if digest not in self.memory.api_keys:
            raise Unauthenticated("this key is not known")
        return self.memory.api_keys[digest]
