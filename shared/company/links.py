"""A company makes, changes, rotates its links.

`written` is where it is kept, once it is known what: an act's own (shared.acts).
"""

from collections.abc import Callable
from dataclasses import replace

from shared.domain.company import Company
from shared.domain.ids import CompanyId, LinkId, Slug
from shared.domain.link import Doorway, Link, LinkState
from shared.domain.once import BESIDE
from shared.ports.companies import Companies, Links
from shared.retry import retry_on_conflict


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
def add(link: Link, *, links: Links, companies: Companies) -> None:
    """Raises StateForbids: the company left; what `links` keeps beside refuses."""
    links.add(link, doorway_of(link, companies.find(link.company_id)), None, BESIDE)


@retry_on_conflict
def change(
    company_id: CompanyId,
    link_id: LinkId,
    *,
    label: str | None,
    state: LinkState | None,
    links: Links,
    written: Callable[[Link, Link], Links] | None = None,
) -> Link:
    """Raises LinkNotFound."""
    before = links.find(company_id, link_id)
    after = replace(before, label=label or before.label, state=state or before.state)
    (written(before, after) if written else links).change(before, after)
    return after


def told(before: Link, after: Link) -> dict[str, str]:
    """What the log says of a change: of each field, from what to what."""
    pairs = {name: (getattr(before, name), getattr(after, name)) for name in ("label", "state")}
    changed = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
    return {
        f"{name}.{when}": str(value)
        for name, pair in changed.items()
        for when, value in zip(("before", "after"), pair, strict=True)
    }


@retry_on_conflict
def rotate(
    company_id: CompanyId,
    link_id: LinkId,
    slug: Slug,
    *,
    links: Links,
    companies: Companies,
    written: Callable[[Link], Links] | None = None,
) -> Link:
    """The link under a new slug. Raises LinkNotFound; StateForbids: the company left."""
    before = links.find(company_id, link_id)
    after = before.rotated(slug)
    doorway = doorway_of(after, companies.find(company_id))
    (written(after) if written else links).rotate(before, after, doorway, None, BESIDE)
    return after
