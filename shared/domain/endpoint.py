"""Where a company wants its webhooks sent."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final, Self
from urllib.parse import urlsplit

from shared.domain.endpoint_health import Disabled, Health
from shared.domain.event_filter import wants
from shared.domain.ids import CompanyId, EndpointId
from shared.domain.sealed import Sealed, live

PURPOSE: Final = "webhooks"
"""What an endpoint's secrets are sealed for; whose, is the endpoint's id."""
MOST: Final = 10
"""Endpoints of a company."""
FULL: Final = "full"
"""The state of a company that has as many."""


class EndpointState(StrEnum):
    ON = "on"
    PAUSED = "paused"
    """By the company."""
    DISABLED = "disabled"
    """By us: `disabled` says why."""


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

    @property
    def state(self) -> EndpointState:
        if self.disabled:
            return EndpointState.DISABLED
        return EndpointState.PAUSED if self.paused else EndpointState.ON

    @property
    def host(self) -> str:
        """What of its URL is told: the rest may hold a secret of the company's."""
        return urlsplit(self.url).hostname or ""

    def both_until(self, now: datetime) -> datetime | None:
        """Until when more than one secret signs. None: one does."""
        ends = [one.until for one in live(self.secrets, now) if one.until]
        return max(ends, default=None)

    def wants(self, kind: str) -> bool:
        return self.is_on and wants(self.events, kind)

    def moved(self, url: str) -> Self:
        """Elsewhere its health begins anew."""
        return self if url == self.url else replace(self, url=url, health=Health())

    def held(self) -> Self:
        return replace(self, paused=True)

    def let_go(self) -> Self:
        """On again, whoever had turned it off. One that we had begins its health anew."""
        health = Health() if self.disabled else self.health
        return replace(self, paused=False, disabled=None, disabled_at=None, health=health)
