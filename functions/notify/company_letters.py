"""Which fact of a company or its job order means which mail to it."""

from dataclasses import dataclass

from functions.notify.flow import Due
from functions.notify.to_company import to_company
from shared.contracts.events import CompanyApproved, Event, JobOrderAccepted, JobOrderRefused
from shared.domain.agency import Agency
from shared.domain.ids import CompanyId, JobOrderId
from shared.pages import company_mail as mail
from shared.ports.companies import Companies
from shared.ports.hiring import JobOrders


@dataclass(frozen=True, slots=True)
class CompanyLetters:
    agency: Agency
    companies: Companies
    orders: JobOrders
    site: str

    def due(self, fact: Event) -> Due | None:
        match fact:
            case CompanyApproved():
                return self._approved(fact)
            case JobOrderAccepted():
                return self._accepted(fact)
            case JobOrderRefused():
                return self._refused(fact)
        return None

    def _approved(self, fact: CompanyApproved) -> Due:
        company = self.companies.find(CompanyId(fact.company_id))
        return to_company(
            fact,
            company,
            self.agency,
            "company_approved",
            lambda to: mail.company_approved_mail(
                sign_in=f"{self.site}/sign-in?lang={company.locale}", **to
            ),
        )

    def _accepted(self, fact: JobOrderAccepted) -> Due:
        company = self.companies.find(CompanyId(fact.company_id))
        order = self.orders.find(company.company_id, JobOrderId(fact.job_order_id))
        return to_company(
            fact,
            company,
            self.agency,
            "job_accepted",
            lambda to: mail.job_accepted_mail(title=order.title, **to),
        )

    def _refused(self, fact: JobOrderRefused) -> Due:
        company = self.companies.find(CompanyId(fact.company_id))
        order = self.orders.find(company.company_id, JobOrderId(fact.job_order_id))
        return to_company(
            fact,
            company,
            self.agency,
            "job_refused",
            lambda to: mail.job_refused_mail(
                title=order.title, reason=fact.reason, text=order.refusal_text or "", **to
            ),
        )
