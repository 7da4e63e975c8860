"""How a connection stands, in one word."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shared.domain.connection import Connection, Way
from shared.domain.connection_health import Health
from shared.domain.ids import ConnectionId, LinkId
from shared.domain.link import Link
from shared.domain.sealed import live


class ConnectionState(StrEnum):
    INCOMPLETE = "incomplete"
    """There is no secret to believe anything by."""
    WAITING = "waiting"
    """Nothing was heard yet."""
    GOOD = "good"
    DEGRADED = "degraded"


@dataclass(frozen=True, slots=True)
class View:
    """A connection as its company sees it: with its link, and how it goes."""

    connection: Connection
    link: Link
    health: Health


def link_named(connection_id: ConnectionId) -> LinkId:
    """The link a connection is made with is named as it is: both are read at once.

    >>> link_named(ConnectionId("ats_01K0"))
    'lnk_01K0'
    """
    return LinkId(f"lnk_{connection_id.partition('_')[2]}")


def state_of(connection: Connection, health: Health, now: datetime) -> ConnectionState:
    if connection.way is Way.WEBHOOK and not live(connection.signing, now):
        return ConnectionState.INCOMPLETE
    if health.is_degraded:
        return ConnectionState.DEGRADED
    return ConnectionState.GOOD if health.heard_at else ConnectionState.WAITING
