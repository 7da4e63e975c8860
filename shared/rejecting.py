"""A company's own program lets somebody go -> their link, live at once.

It speaks through a connection of the company's own, made at the first call. Its name follows from
the company's, so that two first calls at once make one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from shared.ats.csv_import.cell import reference
from shared.ats.csv_import.fault import Reason
from shared.company.links import doorway_of
from shared.domain.ats_event import ReasonKind, Stage
from shared.domain.company import Company, CompanyState, not_active
from shared.domain.connection import Connection, Provider
from shared.domain.errors import AlreadyDone, Conflict, InvalidRequest, StateForbids
from shared.domain.happening import Happening, Kind
from shared.domain.ids import CompanyId, ConnectionId, LinkId, Slug
from shared.domain.link import Link, LinkState
from shared.hearing import About, Ears, step
from shared.ports.rejecting import Connections
from shared.retry import retry_on_conflict

CHANNEL: Final = "api"
LABEL: Final = "API"
_WHY: Final = {
    Reason.MISSING: ("external_id is empty", "missing"),
    Reason.TOO_LONG: ("external_id has 100 letters at most", "too_long"),
    Reason.PERSONAL: (
        "external_id looks like an e-mail address or a telephone number; send your system's own"
        " number or key of the application",
        "malformed",
    ),
    Reason.NO_REFERENCE: (
        "external_id may be a name; send your system's own number or key of the application: Latin"
        " letters, digits and ._/#:- , a digit at least",
        "malformed",
    ),
}


@dataclass(frozen=True, slots=True)
class Own:
    """What a company's programs go by. `link`: the same in every mail."""

    company: Company
    connection: Connection
    link: Link


def named(external_id: str) -> str:
    """Raises InvalidRequest: it says who somebody is, or may."""
    read = reference(external_id)
    if isinstance(read, Reason):
        detail, how = _WHY[read]
        raise InvalidRequest(detail, {"external_id": how})
    return read


def names_of(company_id: CompanyId) -> tuple[ConnectionId, LinkId]:
    """
    >>> names_of(CompanyId("co_01K0"))
    ('ats_01K0', 'lnk_01K0')
    """
    own = company_id.removeprefix("co_")
    return ConnectionId(f"ats_{own}"), LinkId(f"lnk_{own}")


@retry_on_conflict
def own(
    company_id: CompanyId,
    *,
    slug: Callable[[], str],
    connections: Connections,
    written: Callable[[Link], Connections],
    now: datetime,
) -> Own:
    """Raises StateForbids: the company left, or removed the connection."""
    company, connection, link = connections.with_company(company_id, *names_of(company_id))
    if company.state is CompanyState.LEFT:
        raise not_active(company.state)
    if connection is None or link is None:
        return _made(_drawn_up(company, Slug(slug()), now), written)
    if connection.removed_at:
        raise StateForbids("the connection of your programs was removed", "removed")
    return Own(company, connection, link)


def _made(new: Own, written: Callable[[Link], Connections]) -> Own:
    door = doorway_of(new.link, new.company)
    try:
        written(new.link).add(new.connection, new.link, door)
    except StateForbids:
        raise
    except AlreadyDone:
        raise Conflict("it was made meanwhile") from None
    return new


def _drawn_up(company: Company, slug: Slug, now: datetime) -> Own:
    connection_id, link_id = names_of(company.company_id)
    link = Link(
        link_id=link_id,
        company_id=company.company_id,
        slug=slug,
        label=LABEL,
        state=LinkState.ACTIVE,
        created_at=now,
        channel=CHANNEL,
    )
    of = connection_id, company.company_id, Provider.API
    return Own(company, Connection(*of, LABEL, link_id, created_at=now), link)


def reject(
    connection: Connection, ref: str, stage: str | None, *, ears: Ears, now: datetime
) -> Slug:
    """Of the same name always the same link. Raises Conflict; StateForbids: it may have none."""
    name = ears.naming.application(connection.connection_id, ref)
    said = Happening(Kind.REJECTED, now, ReasonKind.COMPANY, Stage(stage or Stage.UNKNOWN))
    heard = step(connection, About(name), said, ears=ears)
    if heard.slug is None:
        raise StateForbids("this application is over", heard.application.life)
    return heard.slug
