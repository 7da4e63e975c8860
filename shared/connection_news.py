"""How a connection goes, changed by what was heard; its company is told when it gets worse."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from shared.contracts.connection_facts import degraded
from shared.domain import connection_health
from shared.domain.connection import Connection
from shared.domain.connection_health import Health
from shared.domain.errors import AlreadyDone
from shared.ports.applications import Hearings
from shared.retry import retry_on_conflict

OFTEN: Final = timedelta(minutes=1)
"""Nothing is gained by writing the same again sooner."""
MANY: Final = 100
"""Refusals in a row that are counted one by one."""

type Turn = Callable[[Health], Health]


@retry_on_conflict
def turned(connection: Connection, turn: Turn, *, hearings: Hearings, now: datetime) -> None:
    """`turn`: one of shared.domain.connection_health. Raises Conflict."""
    _, before, version = hearings.standing(connection.connection_id, None, now)
    after = turn(before)
    if after == before:
        return
    fact = degraded(connection, before, after)
    try:
        hearings.keep(connection.connection_id, version, after, fact)
    except AlreadyDone:  # of this very moment it was said before
        hearings.keep(connection.connection_id, version, after, None)


def believed(at: datetime) -> Turn:
    return partial(_believed, at=at)


def not_believed(why: str, at: datetime) -> Turn:
    return partial(_not_believed, why=why, at=at)


def _believed(health: Health, at: datetime) -> Health:
    heard = health.heard_at
    if health.refusals == 0 and heard is not None and at < heard + OFTEN:
        return health
    return connection_health.heard(health, at)


def _not_believed(health: Health, why: str, at: datetime) -> Health:
    last = health.refused_at
    if health.refusals >= MANY and last is not None and at < last + OFTEN:
        return health
    return connection_health.refused(health, why, at)
