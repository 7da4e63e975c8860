"""A credit that was spent, or came back: the mail to its company."""

from dataclasses import dataclass

from functions.notify.flow import Due
from functions.notify.to_company import about_credits
from shared.contracts.events import CreditConsumed, CreditRestored, Event
from shared.domain.agency import Agency
from shared.domain.expiry import over_at
from shared.domain.ids import CompanyId, JobOrderId, RecommendationId
from shared.domain.job_order import JobOrder
from shared.pages import redemption_mail as mail
from shared.ports.companies import Companies
from shared.ports.hiring import Fees, JobOrders, Recommendations
from shared.ports.ledger import Credits


@dataclass(frozen=True, slots=True)
class RedemptionLetters:
    agency: Agency
    companies: Companies
    credits: Credits
    orders: JobOrders
    recommendations: Recommendations
    fees: Fees

    def due(self, fact: Event) -> Due | None:
        match fact:
            case CreditConsumed():
                return self._consumed(fact)
            case CreditRestored():
                return self._restored(fact)
        return None

    def _consumed(self, fact: CreditConsumed) -> Due:
        company = self.companies.find(CompanyId(fact.company_id))
        order = self.orders.find(company.company_id, JobOrderId(fact.job_order_id))
        head, _ = self.credits.find(company.company_id, fact.number)
        due_jpy = self._due(fact, order)
        return about_credits(
            fact,
            company,
            self.agency,
            "credit_consumed",
            lambda to: mail.credit_consumed_mail(
                title=order.title, due_jpy=due_jpy, available=head.available, **to
            ),
        )

    def _due(self, fact: CreditConsumed, order: JobOrder) -> int:
        """By the income agreed on in the end; the order's own, where the fact names no hire."""
        if fact.recommendation_id is None:
            return order.fee.with_credit_jpy
        of = RecommendationId(fact.recommendation_id)
        hired = self.recommendations.find(order.company_id, order.job_order_id, of)
        due = self.fees.due(hired)
        return order.fee.with_credit_jpy if due is None else due

    def _restored(self, fact: CreditRestored) -> Due:
        company = self.companies.find(CompanyId(fact.company_id))
        head, lot = self.credits.find(company.company_id, fact.number)
        return about_credits(
            fact,
            company,
            self.agency,
            "credit_restored",
            lambda to: mail.credit_restored_mail(
                until=over_at(lot, company), available=head.available, **to
            ),
        )
