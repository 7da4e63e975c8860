"""A company connects its ATS, gives it another secret, takes it away.

`written` is where it is kept, once it is known what: an act's own (shared.acts).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from shared.company.links import doorway_of
from shared.contracts.ats_connection import AtsSecretRequest, ConnectionChange, ConnectionRequest
from shared.domain.connecting import (
    SET_UP,
    access_fits,
    secret_fits,
    settings_fit,
    settings_missing,
)
from shared.domain.connection import MOST, PURPOSE, Connection, Provider
from shared.domain.errors import InvalidRequest, StateForbids
from shared.domain.ids import CompanyId, ConnectionId, LinkId, Slug
from shared.domain.link import Link, LinkState
from shared.domain.sealed import Sealed, beside, rotated
from shared.ports.companies import Companies
from shared.ports.connecting import Connections
from shared.ports.sealing import Sealed as Sealing
from shared.retry import retry_on_conflict

CHANNEL: Final = "ats"
"""Of the link every connection has."""
NAMES: Final = {
    Provider.GREENHOUSE: "Greenhouse",
    Provider.LEVER: "Lever",
    Provider.ASHBY: "Ashby",
    Provider.WORKABLE: "Workable",
    Provider.SMARTRECRUITERS: "SmartRecruiters",
    Provider.TEAMTAILOR: "Teamtailor",
    Provider.HERP: "HERP Hire",
    Provider.TALENTIO: "Talentio",
    Provider.CSV: "CSV",
    Provider.GENERIC: "Webhook",
}
Named = tuple[CompanyId, ConnectionId, LinkId]


def check(asked: ConnectionRequest) -> None:
    """Before anything is sealed. Raises InvalidRequest."""
    provider = Provider(asked.provider)
    wrong = settings_fit(provider, asked.settings)
    if asked.secret is not None and not secret_fits(provider, asked.secret):
        wrong["secret"] = "malformed" if SET_UP[provider].signs else "unknown"
    wrong |= _access_wrong(provider, asked.access)
    if asked.access is None and SET_UP[provider].needs_access:
        wrong["access"] = "missing"
    if asked.access is not None:
        wrong |= settings_missing(provider, asked.settings)
    _refuse(wrong)


def _access_wrong(provider: Provider, access: str | None) -> dict[str, str]:
    if access is None or access_fits(provider, access):
        return {}
    return {"access": "malformed" if SET_UP[provider].asks else "unknown"}


def _refuse(wrong: dict[str, str]) -> None:
    if wrong:
        raise InvalidRequest("wrong or missing: " + ", ".join(sorted(wrong)), wrong)


def drawn_up(
    asked: ConnectionRequest, name: Named, secret: str | None, *, sealing: Sealing, now: datetime
) -> Connection:
    """`secret`: theirs, or ours. Raises InvalidRequest; Unavailable."""
    check(asked)
    company_id, connection_id, link_id = name
    provider = Provider(asked.provider)
    signing = sealing.seal(secret, PURPOSE, connection_id) if secret else None
    access = sealing.seal(asked.access, PURPOSE, connection_id) if asked.access else None
    return Connection(
        connection_id,
        company_id,
        provider,
        label=asked.label.strip() if asked.label else NAMES[provider],
        link_id=link_id,
        created_at=now,
        signing=beside((), signing, now) if signing else (),
        access=Sealed(access, since=now) if access else None,
        settings=dict(asked.settings),
    )


def link_of(connection: Connection, slug: Slug) -> Link:
    """A link like others: its own URL is the one to paste where no field is written."""
    return Link(
        link_id=connection.link_id,
        company_id=connection.company_id,
        slug=slug,
        label=connection.label,
        state=LinkState.ACTIVE,
        created_at=connection.created_at,
        channel=CHANNEL,
    )


@retry_on_conflict
def add(
    connection: Connection,
    link: Link,
    *,
    connections: Connections,
    companies: Companies,
    written: Connections,
) -> None:
    """Raises StateForbids: the company left, or has as many as there may be."""
    made = connections.all(connection.company_id)
    if sum(one.provider is not Provider.API for one in made) >= MOST:
        raise StateForbids(f"{MOST} connections is as many as there may be", "full")
    doorway = doorway_of(link, companies.find(connection.company_id))
    written.add(connection, link, doorway)


@retry_on_conflict
def change(
    name: tuple[CompanyId, ConnectionId],
    asked: ConnectionChange,
    *,
    sealing: Sealing,
    connections: Connections,
    written: Callable[[Connection], Connections],
    now: datetime,
) -> Connection:
    """Another label, key or settings. Raises NotFound, InvalidRequest, Unavailable."""
    before = connections.own(*name)
    _check_change(before, asked)
    after = replace(
        before,
        label=asked.label.strip() if asked.label else before.label,
        access=_access(before, asked.access, sealing, now),
        settings=before.settings if asked.settings is None else dict(asked.settings),
    )
    if after != before:
        written(after).change(before, after)
    return after


def _check_change(before: Connection, asked: ConnectionChange) -> None:
    settings = before.settings if asked.settings is None else asked.settings
    wrong = settings_fit(before.provider, settings) | _access_wrong(before.provider, asked.access)
    if asked.access is not None or before.access is not None:
        wrong |= settings_missing(before.provider, settings)
    _refuse(wrong)


def _access(before: Connection, new: str | None, sealing: Sealing, now: datetime) -> Sealed | None:
    if new is None:
        return before.access
    return Sealed(sealing.seal(new, PURPOSE, before.connection_id), since=now)


@retry_on_conflict
def give_secret(
    name: tuple[CompanyId, ConnectionId],
    asked: AtsSecretRequest,
    ours: Callable[[Provider], str | None],
    *,
    sealing: Sealing,
    connections: Connections,
    written: Callable[[Connection], Connections],
    now: datetime,
) -> tuple[Connection, str | None]:
    """With what we chose, where we did. Raises NotFound, InvalidRequest, Unavailable.

    Args:
        ours: a new one of our own, where the company may choose it.
    """
    before = connections.own(*name)
    chosen = None if asked.secret else ours(before.provider)
    secret = asked.secret or chosen
    if secret is None or not secret_fits(before.provider, secret):
        signs = SET_UP[before.provider].signs
        _refuse({"secret": "missing" if signs and not asked.secret else "malformed"})
    sealed = sealing.seal(secret or "", PURPOSE, before.connection_id)
    put = beside if asked.beside else rotated
    after = replace(before, signing=put(before.signing, sealed, now))
    written(after).change(before, after)
    return after, chosen


@retry_on_conflict
def remove(
    name: tuple[CompanyId, ConnectionId],
    *,
    connections: Connections,
    written: Callable[[Connection], Connections],
    now: datetime,
) -> None:
    """Nothing is heard of it from now on; its secrets are forgotten.

    Raises:
        NotFound
        StateForbids: it is that of the company's programs, which make it as they need it.
    """
    before = connections.own(*name)
    if before.provider is Provider.API:
        raise StateForbids("this one comes of POST /v1/rejections, and stays", "api")
    after = replace(before, removed_at=now, signing=(), access=None)
    written(after).remove(before, after)


def told(asked: ConnectionChange) -> dict[str, str]:
    """What the log says of a change: of a key, and of what goes with it, that it changed."""
    said = {"label": asked.label.strip()} if asked.label else {}
    hidden = ("access", "settings")
    return said | {name: "changed" for name in hidden if getattr(asked, name) is not None}


def first(connection: Connection) -> dict[str, str]:
    """What the log says of a new one."""
    return {"label": connection.label, "provider": str(connection.provider)}
