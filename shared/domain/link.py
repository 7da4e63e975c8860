"""A company's link: the one line it pastes into its rejection e-mails."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Literal

from shared.domain.ids import CompanyId, LinkId, Slug

Visit = Literal["human", "suspected_bot"]
"""What opened a link. A mail scanner is no person, and does not always say so."""


class LinkState(StrEnum):
    ACTIVE = "active"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Link:
    link_id: LinkId
    company_id: CompanyId
    slug: Slug
    label: str
    state: LinkState
    created_at: datetime
    channel: str | None = None
    job_family: str | None = None
    stage: str | None = None
    closes_at: datetime | None = None

    def rotated(self, slug: Slug) -> "Link":
        """The same link under a new slug; the old slug goes on serving people, uncounted."""
        return replace(self, slug=slug)


@dataclass(frozen=True, slots=True)
class Doorway:
    """What a slug opens: all the landing page and a registration need, in one read."""

    slug: Slug
    link_id: LinkId
    company_id: CompanyId
    company_name: str
    contact_email: str
    state: LinkState
    closes_at: datetime | None = None

    def counts(self, at: datetime) -> bool:
        """Whether a registration made now may count. People are served either way."""
        return self.state is LinkState.ACTIVE and (self.closes_at is None or at < self.closes_at)
