"""A company's webhook is sent nothing any more: the mail to it."""

from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from functions.notify.flow import Due
from functions.notify.to_company import to_company
from shared.contracts.events import EndpointDisabled, Event
from shared.domain.agency import Agency
from shared.domain.endpoint import Endpoint
from shared.domain.errors import NotFound
from shared.domain.ids import CompanyId, EndpointId
from shared.pages import endpoint_mail as mail
from shared.ports.companies import Companies


class Endpoints(Protocol):
    def find(self, company_id: CompanyId, endpoint_id: EndpointId) -> Endpoint:
        """Raises NotFound."""
        ...


@dataclass(frozen=True, slots=True)
class EndpointLetters:
    agency: Agency
    companies: Companies
    endpoints: Endpoints
    site: str

    def due(self, fact: Event) -> Due | None:
        """Of one that is gone by now, or on again, nobody need hear."""
        if not isinstance(fact, EndpointDisabled):
            return None
        company_id, endpoint_id = CompanyId(fact.company_id), EndpointId(fact.endpoint_id)
        try:
            endpoint = self.endpoints.find(company_id, endpoint_id)
        except NotFound:
            return None
        return self._stopped(fact, endpoint) if endpoint.disabled else None

    def _stopped(self, fact: EndpointDisabled, endpoint: Endpoint) -> Due:
        return to_company(
            fact,
            self.companies.find(endpoint.company_id),
            self.agency,
            "endpoint_disabled",
            lambda to: mail.endpoint_disabled_mail(
                host=urlsplit(endpoint.url).hostname or "",
                why=fact.why,
                page=f"{self.site}/console/webhooks/{endpoint.endpoint_id}",
                **to,
            ),
        )
