"""Which fact means which mail. Facts are thin, so who and what is read here."""

from dataclasses import dataclass
from datetime import datetime

from functions.notify.flow import Due
from shared.contracts.events import (
    CompanyApproved,
    CompanyLeft,
    CreditExpired,
    CreditExpiring,
    CreditGranted,
    Event,
    JobOrderAccepted,
    JobOrderRefused,
    ReferralCounted,
    ReferralHeld,
    ReferralNotCounted,
    RegistrationSubmitted,
    RegistrationVerified,
)
from shared.domain import tokyo
from shared.domain.agency import Agency
from shared.domain.credit import expiry
from shared.domain.errors import RegistrationNotFound
from shared.domain.ids import CompanyId, JobOrderId, RegistrationId
from shared.domain.registration import Reason, Registration, State
from shared.domain.rules import FIRST
from shared.pages import mail
from shared.ports import Companies, JobOrders, Registrations, Secrecy, Statements


@dataclass(frozen=True, slots=True)
class Letters:
    agency: Agency
    registrations: Registrations
    companies: Companies
    statements: Statements
    secrecy: Secrecy
    now: datetime
    orders: JobOrders

    def due(self, fact: Event) -> Due | None:  # noqa: C901
        """The mail this fact calls for; None where nobody waits for one any more."""
        match fact:
            case RegistrationSubmitted():
                return self._code(fact)
            case ReferralNotCounted(reason=Reason.UNVERIFIED):
                return None
            case RegistrationVerified() | ReferralCounted() | ReferralHeld() | ReferralNotCounted():
                return self._welcome(fact.registration_id)
            case CompanyApproved():
                return self._approved(fact)
            case CreditGranted():
                return self._granted(fact)
            case CreditExpiring():
                return self._expiring(fact)
            case CreditExpired():
                return self._expired(fact)
            case CompanyLeft():
                return self._left(fact)
            case JobOrderAccepted():
                return self._accepted(fact)
            case JobOrderRefused():
                return self._refused(fact)
        return None

    def _registration(self, registration_id: str) -> Registration | None:
        try:
            return self.registrations.find(RegistrationId(registration_id))
        except RegistrationNotFound:  # never verified, and tidied away since
            return None

    def _code(self, fact: RegistrationSubmitted) -> Due | None:
        """None for a code that can no longer be typed: a newer one was sent, or it is too late."""
        found = self._registration(fact.registration_id)
        if found is None or found.issue != fact.issue or found.state is not State.SUBMITTED:
            return None
        if self.now >= found.code_until:
            return None
        code = self.secrecy.code(found.registration_id, found.issue)
        return Due(
            fact.event_id,
            found.candidate.email,
            lambda: mail.code_mail(locale=found.locale, agency=self.agency, code=code),
            {"mail": "code", "registration": found.registration_id},
        )

    def _welcome(self, registration_id: str) -> Due | None:
        """The same for everybody, whatever the verdict; one per registration."""
        found = self._registration(registration_id)
        if found is None or found.is_erased:
            return None
        return Due(
            f"welcome:{registration_id}",
            found.candidate.email,
            lambda: mail.welcome_mail(
                locale=found.locale,
                agency=self.agency,
                full_name=found.candidate.full_name,
                reply_by=tokyo.reply_by(self.now),
            ),
            {"mail": "welcome", "registration": found.registration_id},
        )

    def _approved(self, fact: CompanyApproved) -> Due:
        company = self.companies.find(CompanyId(fact.company_id))
        return Due(
            fact.event_id,
            company.contact_email,
            lambda: mail.company_approved_mail(
                locale=company.locale, agency=self.agency, company_name=company.name
            ),
            {"mail": "company_approved", "company": company.company_id},
        )

    def _granted(self, fact: CreditGranted) -> Due:
        company = self.companies.find(CompanyId(fact.company_id))
        available = self.statements.head(company.company_id).available
        return Due(
            fact.event_id,
            company.contact_email,
            lambda: mail.credit_granted_mail(
                locale=company.locale,
                agency=self.agency,
                company_name=company.name,
                number=fact.number,
                counted=fact.counted,
                expires_on=(fact.expires_at or expiry(fact.occurred_at, FIRST)).date(),
                available=available,
            ),
            {"mail": "credit_granted", "company": company.company_id},
        )

    def _expiring(self, fact: CreditExpiring) -> Due:
        """One mail for all credits that end on one day."""
        company = self.companies.find(CompanyId(fact.company_id))
        available = self.statements.head(company.company_id).available
        return Due(
            f"expiring:{company.company_id}:{fact.until:%Y%m%d}:{fact.days}",
            company.contact_email,
            lambda: mail.credit_expiring_mail(
                locale=company.locale,
                agency=self.agency,
                company_name=company.name,
                until=fact.until,
                available=available,
            ),
            {"mail": "credit_expiring", "company": company.company_id},
        )

    def _expired(self, fact: CreditExpired) -> Due:
        """One mail for all that ended on one day."""
        company = self.companies.find(CompanyId(fact.company_id))
        available = self.statements.head(company.company_id).available
        return Due(
            f"expired:{company.company_id}:{fact.occurred_at:%Y%m%d}",
            company.contact_email,
            lambda: mail.credit_expired_mail(
                locale=company.locale,
                agency=self.agency,
                company_name=company.name,
                available=available,
            ),
            {"mail": "credit_expired", "company": company.company_id},
        )

    def _left(self, fact: CompanyLeft) -> Due:
        company = self.companies.find(CompanyId(fact.company_id))
        head = self.statements.head(company.company_id)
        return Due(
            fact.event_id,
            company.contact_email,
            lambda: mail.company_left_mail(
                locale=company.locale,
                agency=self.agency,
                company_name=company.name,
                until=fact.usable_until,
                available=head.available,
                reserved=head.reserved_now,
            ),
            {"mail": "company_left", "company": company.company_id},
        )

    def _accepted(self, fact: JobOrderAccepted) -> Due:
        company = self.companies.find(CompanyId(fact.company_id))
        order = self.orders.find(company.company_id, JobOrderId(fact.job_order_id))
        return Due(
            fact.event_id,
            company.contact_email,
            lambda: mail.job_accepted_mail(
                locale=company.locale,
                agency=self.agency,
                company_name=company.name,
                title=order.title,
            ),
            {"mail": "job_accepted", "company": company.company_id},
        )

    def _refused(self, fact: JobOrderRefused) -> Due:
        company = self.companies.find(CompanyId(fact.company_id))
        order = self.orders.find(company.company_id, JobOrderId(fact.job_order_id))
        return Due(
            fact.event_id,
            company.contact_email,
            lambda: mail.job_refused_mail(
                locale=company.locale,
                agency=self.agency,
                company_name=company.name,
                title=order.title,
                reason=fact.reason,
                text=order.refusal_text or "",
            ),
            {"mail": "job_refused", "company": company.company_id},
        )
