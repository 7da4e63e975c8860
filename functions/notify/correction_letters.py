"""A credit that was taken back, or set right by the agency: the mail to its company."""

from dataclasses import dataclass

from functions.notify.flow import Due
from functions.notify.to_company import about_credits
from shared.contracts.events import CreditAdjusted, CreditVoided, Event
from shared.domain.agency import Agency
from shared.domain.expiry import over_at
from shared.domain.ids import CompanyId
from shared.pages import correction_mail as mail
from shared.ports.companies import Companies
from shared.ports.ledger import Credits, Statements


@dataclass(frozen=True, slots=True)
class CorrectionLetters:
    agency: Agency
    companies: Companies
    credits: Credits
    statements: Statements

    def due(self, fact: Event) -> Due | None:
        match fact:
            case CreditVoided():
                return self._voided(fact)
            case CreditAdjusted():
                return self._adjusted(fact)
        return None

    def _voided(self, fact: CreditVoided) -> Due:
        company = self.companies.find(CompanyId(fact.company_id))
        available = self.statements.head(company.company_id).available
        return about_credits(
            fact,
            company,
            self.agency,
            "credit_voided",
            lambda to: mail.credit_voided_mail(available=available, **to),
        )

    def _adjusted(self, fact: CreditAdjusted) -> Due:
        company = self.companies.find(CompanyId(fact.company_id))
        head, lot = self.credits.find(company.company_id, fact.number)
        return about_credits(
            fact,
            company,
            self.agency,
            "credit_adjusted",
            lambda to: mail.credit_adjusted_mail(
                given_until=over_at(lot, company) if fact.amount > 0 else None,
                available=head.available,
                **to,
            ),
        )
