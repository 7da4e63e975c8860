"""A company's link: the one line it pastes into its rejection e-mails."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final, Literal

from shared.domain.ids import CompanyId, LinkId, Slug
from shared.domain.registration import Reason
from shared.domain.void import Span

Visit = Literal["human", "suspected_bot"]
"""What opened a link. A mail scanner is no person, and does not always say so."""
FORMER: Final = 20
"""Old slugs a link remembers; they count nobody anyway."""


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
    former: tuple[Slug, ...] = ()
    windows: tuple[Span, ...] = ()
    """Windows that were not over when the last one was made."""
    voids: int = 0
    """How many windows were ever made: who writes from what was read finds out by it."""

    def rotated(self, slug: Slug) -> "Link":
        """The same link under a new slug; the old slug goes on serving people, uncounted."""
        return replace(self, slug=slug, former=(*self.former, self.slug)[-FORMER:])

    def voided(self, windows: tuple[Span, ...]) -> "Link":
        return replace(self, windows=windows, voids=self.voids + 1)


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
    windows: tuple[Span, ...] = ()
    voids: int = 0
    """The link's own, when its state and windows were last told here."""
    is_candidates: bool = False
    """One candidate's own: nobody tells it of the link it counts under, so who counts asks."""

    def under(self, link: Link) -> "Doorway":
        """With what its link says by now."""
        closed = LinkState.CLOSED in (self.state, link.state)
        return replace(
            self,
            state=LinkState.CLOSED if closed else LinkState.ACTIVE,
            windows=link.windows,
            voids=link.voids,
        )

    def exclusion(self, at: datetime) -> Reason | None:
        """Why a registration made then will not count. People are served either way."""
        if any(span.holds(at) for span in self.windows):
            return Reason.VOIDED_BY_COMPANY
        return None if self.counts(at) else Reason.LINK_CLOSED

    def counts(self, at: datetime) -> bool:
        """Whether a registration made now may count. People are served either way."""
        return self.state is LinkState.ACTIVE and (self.closes_at is None or at < self.closes_at)
