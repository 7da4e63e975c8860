"""A vendor's webhook -> whose is it? -> is it believed? -> handed on -> answered.

Whatever was believed is handed on before it is answered: an event, a ping, or what is ignored with
its reason. What was not believed is handed on as that, so that its company hears of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from shared.ats.answers import Answer, accepted, refused
from shared.ats.delivery import Delivery
from shared.ats.receiving import received
from shared.ats.refusal import Refusal
from shared.ats.vendor import Keyed, Vendor
from shared.ats.vendors import VENDORS
from shared.contracts.received import Received, RefusedSaid, Said
from shared.domain.connection import Connection
from shared.domain.errors import NotFound, NotSealed, Unavailable
from shared.domain.ids import ConnectionId
from shared.domain.sealed import live
from shared.handing_on import said_by
from shared.ports.applications import Connections

NOBODYS: Final = "whsec_bm8gY29ubmVjdGlvbiBoYXMgdGhpcyBzZWNyZXQ="
"""Compared with where there is no connection, so that it takes as long."""


@dataclass(frozen=True, slots=True)
class Call:
    """`raw` as it was sent, base64 of the gateway undone; names of headers in any case."""

    provider: str
    connection_id: ConnectionId
    raw: bytes = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)


def knock(
    call: Call,
    delivery_id: str,
    *,
    connections: Connections,
    opened: Callable[[str, str], str],
    tenant: Callable[[ConnectionId], Keyed],
    hand_on: Callable[[Received], None],
    now: datetime,
) -> tuple[Answer, Refusal | None]:
    """
    Args:
        opened: a secret's seal and its connection's id -> the secret.
        hand_on: returns once it is kept.

    Raises:
        NotFound: no such connection, removed, or another vendor's.
        Unavailable: our fault; it is to come again.
    """
    vendor = VENDORS.get(call.provider)
    if vendor is None:
        raise NotFound("no such connection")
    connection = _whose(call, connections)
    secrets = _secrets(connection, opened, now) if connection else [NOBODYS]
    found = _read(vendor, call, secrets, tenant, now)
    if connection is None:
        raise NotFound("no such connection")
    hand_on(_handed_on(found, call, delivery_id, now))
    if isinstance(found, Refusal):
        return refused(call.provider, found), found
    return accepted(found), None


def _whose(call: Call, connections: Connections) -> Connection | None:
    try:
        connection = connections.find(call.connection_id)
    except NotFound:
        return None
    ours = connection.provider == call.provider and connection.removed_at is None
    return connection if ours else None


def _secrets(connection: Connection, opened: Callable[[str, str], str], now: datetime) -> list[str]:
    """What we cannot open is our fault: the vendor comes again."""
    held = live(connection.signing, now)
    try:
        return [opened(one.text, connection.connection_id) for one in held]
    except NotSealed as error:
        raise Unavailable("a secret cannot be opened") from error


def _read(
    vendor: Vendor,
    call: Call,
    secrets: list[str],
    tenant: Callable[[ConnectionId], Keyed],
    now: datetime,
) -> Refusal | Delivery:
    keyed = tenant(call.connection_id)
    return received(vendor, call.raw, call.headers, secrets, now, keyed)


def _handed_on(found: Refusal | Delivery, call: Call, delivery_id: str, now: datetime) -> Received:
    said: Said
    if isinstance(found, Refusal):
        key, said = None, RefusedSaid(why=found)
    else:
        key, said = found.key, said_by(found.meaning)
    return Received(
        delivery_id=delivery_id,
        connection_id=call.connection_id,
        received_at=now,
        key=key,
        said=said,
    )
