"""Which fact of a credit means which mail to its company."""

from dataclasses import dataclass

from functions.notify.flow import Due
from functions.notify.to_company import about_credits, to_company
from shared.contracts.events import (
    CompanyLeft,
    CreditExpired,
    CreditExpiring,
    CreditGranted,
    Event,
)
from shared.domain.agency import Agency
from shared.domain.credit import expiry
from shared.domain.ids import CompanyId
from shared.domain.rules import FIRST
from shared.domain.tokyo import last_whole_day
from shared.pages import credit_mail as mail
from shared.ports.companies import Companies
from shared.ports.ledger import Statements


@dataclass(frozen=True, slots=True)
class CreditLetters:
    agency: Agency
    companies: Companies
    statements: Statements

    def due(self, fact: Event) -> Due | None:
        match fact:
            case CreditGranted():
                return self._granted(fact)
            case CreditExpiring():
                return self._expiring(fact)
            case CreditExpired():
                return self._expired(fact)
            case CompanyLeft():
                return self._left(fact)
        return None

    def _granted(self, fact: CreditGranted) -> Due:
        company = self.companies.find(CompanyId(fact.company_id))
        available = self.statements.head(company.company_id).available
        return about_credits(
            fact,
            company,
            self.agency,
            "credit_granted",
            lambda to: mail.credit_granted_mail(
                number=fact.number,
                counted=fact.counted,
                until=fact.expires_at or expiry(fact.occurred_at, FIRST),
                available=available,
                **to,
            ),
        )

    def _expiring(self, fact: CreditExpiring) -> Due:
        """One mail for all credits with one last day."""
        company = self.companies.find(CompanyId(fact.company_id))
        available = self.statements.head(company.company_id).available
        return about_credits(
            fact,
            company,
            self.agency,
            "credit_expiring",
            lambda to: mail.credit_expiring_mail(until=fact.until, available=available, **to),
            once=f"expiring:{company.company_id}:{last_whole_day(fact.until):%Y%m%d}:{fact.days}",
        )

    def _expired(self, fact: CreditExpired) -> Due:
        """One mail for all that ended on one day."""
        company = self.companies.find(CompanyId(fact.company_id))
        available = self.statements.head(company.company_id).available
        return about_credits(
            fact,
            company,
            self.agency,
            "credit_expired",
            lambda to: mail.credit_expired_mail(available=available, **to),
            once=f"expired:{company.company_id}:{fact.occurred_at:%Y%m%d}",
        )

    def _left(self, fact: CompanyLeft) -> Due:
        company = self.companies.find(CompanyId(fact.company_id))
        head = self.statements.head(company.company_id)
        return to_company(
            fact,
            company,
            self.agency,
            "company_left",
            lambda to: mail.company_left_mail(
                until=fact.usable_until, available=head.available, reserved=head.reserved_now, **to
            ),
        )
