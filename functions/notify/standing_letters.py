"""A company's part in the programme pauses, or goes on: the mail to it."""

from dataclasses import dataclass

from functions.notify.flow import Due
from functions.notify.to_company import to_company
from shared.contracts.events import CompanyResumed, CompanySuspended, Event
from shared.domain.agency import Agency
from shared.domain.ids import CompanyId
from shared.pages import standing_mail as mail
from shared.ports.companies import Companies


@dataclass(frozen=True, slots=True)
class StandingLetters:
    agency: Agency
    companies: Companies

    def due(self, fact: Event) -> Due | None:
        match fact:
            case CompanySuspended():
                return self._suspended(fact)
            case CompanyResumed():
                return self._resumed(fact)
        return None

    def _suspended(self, fact: CompanySuspended) -> Due:
        company = self.companies.find(CompanyId(fact.company_id))
        return to_company(
            fact,
            company,
            self.agency,
            "company_suspended",
            lambda to: mail.company_suspended_mail(**to),
        )

    def _resumed(self, fact: CompanyResumed) -> Due:
        company = self.companies.find(CompanyId(fact.company_id))
        return to_company(
            fact,
            company,
            self.agency,
            "company_resumed",
            lambda to: mail.company_resumed_mail(**to),
        )
