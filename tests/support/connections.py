"""Connections to companies' ATSs, ordinary ones with one word changed."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from shared.domain.application import Application
from shared.domain.connection import PURPOSE, Connection, Provider
from shared.domain.connection_state import link_named
from shared.domain.ids import ApplicationId, CompanyId, ConnectionId
from shared.domain.link import Doorway, Link
from shared.domain.sealed import Sealed
from shared.table.applications import Applications
from shared.table.commit import Table
from shared.table.connections import Connections
from tests.support.builders import ACME, NOON, a_doorway, a_link
from tests.support.fakes.seals import FakeSeals

SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3"


def a_connection(
    name: str = "ats_1",
    provider: Provider = Provider.GREENHOUSE,
    company_id: CompanyId = ACME,
    **changed: Any,
) -> Connection:
    sealed = FakeSeals().seal(SECRET, PURPOSE, name)
    made = Connection(
        ConnectionId(name),
        company_id,
        provider,
        label=provider.value,
        link_id=link_named(ConnectionId(name)),
        created_at=NOON,
        signing=(Sealed(sealed, since=NOON),),
    )
    return replace(made, **changed)


def link_of(connection: Connection) -> tuple[Link, Doorway]:
    slug = f"slug-{connection.connection_id}"
    of = {"link_id": connection.link_id, "label": connection.label}
    link = a_link(slug, connection.company_id, **of)
    return link, a_doorway(slug, connection.company_id, link_id=connection.link_id)


def connect(table: Table, connection: Connection) -> Connection:
    Connections(table).add(connection, *link_of(connection))
    return connection


def applied_to(table: Table, connection: Connection, name: str, at: datetime = NOON) -> str:
    """Somebody who was rejected, with a link of their own: its slug."""
    application = Application(
        ApplicationId(f"app_{name}"),
        connection.company_id,
        connection.connection_id,
        created_at=at,
        rejected_at=at,
    )
    doorway = a_doorway(f"own-{name}", connection.company_id, link_id=connection.link_id)
    Applications(table).step(None, application, who=None, doorway=doorway, fact=None)
    return doorway.slug
