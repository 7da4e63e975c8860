"""Where a company wants its webhooks sent."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from shared.domain.endpoint_health import Disabled, Health
from shared.domain.event_filter import wants
from shared.domain.ids import CompanyId, EndpointId
from shared.domain.sealed import Sealed

PURPOSE: Final = "webhooks"
"""What an endpoint's secrets are sealed for; whose, is the endpoint's id."""
MOST: Final = 10
"""Endpoints of a company."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """
    Args:
        events: kinds of message, as `credit.granted`, `credit.*` or `*`.
        paused: by the company.
        disabled: by us, since `disabled_at`; the company turns it on again.
    """

    endpoint_id: EndpointId
    company_id: CompanyId
    url: str
    events: tuple[str, ...]
    secrets: tuple[Sealed, ...]
    created_at: datetime
    description: str = ""
    paused: bool = False
    disabled: Disabled | None = None
    disabled_at: datetime | None = None
    health: Health = field(default_factory=Health)
    version: int = 1

    @property
    def is_on(self) -> bool:
        return not self.paused and self.disabled is None

    def wants(self, kind: str) -> bool:
        return self.is_on and wants(self.events, kind)
