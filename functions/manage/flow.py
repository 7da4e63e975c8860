"""A company asks to take part; makes, changes, rotates its links."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from shared.contracts.events import CompanyLeft
from shared.domain.company import Company
from shared.domain.ids import CompanyId, LinkId, Slug
from shared.domain.link import Doorway, Link, LinkState
from shared.domain.once import Once, Reply
from shared.domain.rules import Rules
from shared.ports.companies import Companies, Departures, Links
from shared.retry import retry_on_conflict


@retry_on_conflict
def ask(
    company: Company, *, visitor: str, once: Once | None, reply: Reply, companies: Companies
) -> None:
    """Raises Answered, IdempotencyMismatch, TooManyRequests."""
    companies.ask(company, visitor, once, reply)


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
    )


@retry_on_conflict
def add(link: Link, *, once: Once | None, reply: Reply, links: Links, companies: Companies) -> None:
    """Raises Answered, IdempotencyMismatch, StateForbids: the company left."""
    links.add(link, doorway_of(link, companies.find(link.company_id)), once, reply)


@retry_on_conflict
def change(
    company_id: CompanyId,
    link_id: LinkId,
    *,
    label: str | None,
    state: LinkState | None,
    links: Links,
) -> Link:
    """Raises LinkNotFound."""
    before = links.find(company_id, link_id)
    after = replace(before, label=label or before.label, state=state or before.state)
    links.change(before, after)
    return after


@retry_on_conflict
def rotate(
    company_id: CompanyId,
    link_id: LinkId,
    slug: Slug,
    *,
    once: Once | None,
    reply: Callable[[Link], Reply],
    links: Links,
    companies: Companies,
) -> Link:
    """The link under a new slug.

    Raises:
        LinkNotFound, Answered, IdempotencyMismatch
        StateForbids: the company left.
    """
    before = links.find(company_id, link_id)
    after = before.rotated(slug)
    doorway = doorway_of(after, companies.find(company_id))
    links.rotate(before, after, doorway, once, reply(after))
    return after


@retry_on_conflict
def leave(
    company_id: CompanyId,
    *,
    once: Once | None,
    reply: Callable[[datetime], Reply],
    departures: Departures,
    rules: Rules,
    now: datetime,
) -> datetime:
    """Until when its credits may be used. Raises Answered, IdempotencyMismatch, StateForbids."""
    until = now + timedelta(days=rules.runoff_days)
    left = CompanyLeft(
        event_id=f"left:{company_id}", occurred_at=now, company_id=company_id, usable_until=until
    )
    departures.leave(left, once, reply(until))
    return until
