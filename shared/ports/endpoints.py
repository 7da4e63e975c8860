"""Where companies want their webhooks sent."""

from __future__ import annotations

from typing import Protocol

from shared.domain.endpoint import Endpoint
from shared.domain.ids import CompanyId, EndpointId


class Endpoints(Protocol):
    def find(self, company_id: CompanyId, endpoint_id: EndpointId) -> Endpoint:
        """Raises NotFound."""
        ...

    def add(self, endpoint: Endpoint) -> None:
        """Raises StateForbids: the company left, or has as many as it may."""
        ...

    def change(self, before: Endpoint, after: Endpoint) -> None:
        """Raises Conflict."""
        ...

    def remove(self, endpoint: Endpoint) -> None:
        """Raises Conflict."""
        ...
