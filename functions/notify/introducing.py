"""A recommendation's mails. Who and what is read here: the facts are ids alone."""

from dataclasses import dataclass

from functions.notify.flow import Due
from functions.notify.open_file import open_file
from functions.notify.to_company import to_company
from shared.contracts.events import CandidateRecommended, ConsentAsked, Event
from shared.domain.agency import Agency
from shared.domain.candidate_file import CandidateFile
from shared.domain.ids import CompanyId, JobOrderId, RecommendationId
from shared.domain.recommendation import Recommendation, Stage
from shared.pages import introducing
from shared.ports.candidates import CandidateFiles
from shared.ports.companies import Companies
from shared.ports.hiring import JobOrders, Recommendations
from shared.ports.speaking import Secrecy


@dataclass(frozen=True, slots=True)
class Introducing:
    agency: Agency
    companies: Companies
    files: CandidateFiles
    orders: JobOrders
    recommendations: Recommendations
    secrecy: Secrecy

    def due(self, fact: Event) -> Due | None:
        match fact:
            case ConsentAsked():
                return self._asked(fact)
            case CandidateRecommended():
                return self._recommended(fact)
        return None

    def _asked(self, fact: ConsentAsked) -> Due | None:
        """None once it was answered, or nobody is there to ask."""
        of = CompanyId(fact.company_id), JobOrderId(fact.job_order_id)
        found = self.recommendations.find(*of, RecommendationId(fact.recommendation_id))
        file = open_file(self.files, found.candidate_id)
        if found.stage is not Stage.ASKED or file is None:
            return None
        title, company = self.orders.find(*of).title, self.companies.find(of[0]).name
        return Due(
            fact.event_id,
            file.candidate.email,
            lambda: introducing.consent_asked_mail(
                locale=file.locale,
                agency=self.agency,
                full_name=file.candidate.full_name,
                company=company,
                title=title,
                items=found.items,
                link=self._link(found, file),
            ),
            {"mail": "consent_asked", "recommendation": found.recommendation_id},
            waits_for_day=fact,
        )

    def _link(self, found: Recommendation, file: CandidateFile) -> str:
        subject = f"{found.candidate_id}~{found.recommendation_id}"
        token = self.secrecy.token("consents", subject)
        return f"{found.origin}/consents/{token}?lang={file.locale}"

    def _recommended(self, fact: CandidateRecommended) -> Due:
        company = self.companies.find(CompanyId(fact.company_id))
        order = self.orders.find(company.company_id, JobOrderId(fact.job_order_id))
        return to_company(
            fact,
            company,
            self.agency,
            "recommended",
            lambda to: introducing.recommended_mail(
                title=order.title, job_order_id=order.job_order_id, **to
            ),
        )
