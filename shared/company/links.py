"""A company makes, changes, rotates its links.

`written` is where it is kept, once it is known what: an act's own (shared.acts).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from shared.contracts.link import LinkRequest
from shared.domain.audit import changed
from shared.domain.company import Company
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CompanyId, LinkId, Slug
from shared.domain.link import Doorway, Link, LinkState
from shared.ports.companies import Companies, Links
from shared.retry import retry_on_conflict


def drawn_up(
    asked: LinkRequest, name: tuple[CompanyId, LinkId], slug: Slug, *, now: datetime
) -> Link:
    """Raises InvalidRequest."""
    if asked.closes_at and asked.closes_at <= now:
        raise InvalidRequest("closes_at is over already", {"closes_at": "malformed"})
    company_id, link_id = name
    return Link(
        link_id=link_id,
        company_id=company_id,
        slug=slug,
        label=asked.label,
        state=LinkState.ACTIVE,
        created_at=now,
        channel=asked.channel,
        job_family=asked.job_family,
        stage=asked.stage,
        closes_at=asked.closes_at,
    )


def doorway_of(link: Link, company: Company) -> Doorway:
    """What the link's slug opens, with all a visitor's page needs beside it."""
    return Doorway(
        slug=link.slug,
        link_id=link.link_id,
        company_id=link.company_id,
        company_name=company.name,
        contact_email=company.contact_email,
        state=link.state,
        closes_at=link.closes_at,
        windows=link.windows,
        voids=link.voids,
    )


@retry_on_conflict
def add(link: Link, *, links: Links, companies: Companies) -> None:
    """Raises StateForbids: the company left; what `links` keeps beside refuses."""
    links.add(link, doorway_of(link, companies.find(link.company_id)))


@retry_on_conflict
def change(
    company_id: CompanyId,
    link_id: LinkId,
    *,
    label: str | None,
    state: LinkState | None,
    links: Links,
    written: Callable[[Link, Link], Links],
) -> Link:
    """Raises LinkNotFound."""
    before = links.find(company_id, link_id)
    after = replace(before, label=label or before.label, state=state or before.state)
    if after != before:
        written(before, after).change(before, after)
    return after


def told(before: Link, after: Link) -> dict[str, str]:
    return changed(before, after, "label", "state")


@retry_on_conflict
def rotate(
    company_id: CompanyId,
    link_id: LinkId,
    slug: Slug,
    *,
    links: Links,
    companies: Companies,
    written: Callable[[Link], Links],
) -> Link:
    """The link under a new slug. Raises LinkNotFound; StateForbids: the company left."""
    before = links.find(company_id, link_id)
    after = before.rotated(slug)
    doorway = doorway_of(after, companies.find(company_id))
    written(after).rotate(before, after, doorway)
    return after
