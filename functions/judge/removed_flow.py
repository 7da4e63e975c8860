"""A connection was removed -> the links of its applications are closed, a piece every minute."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from shared.domain.application_step import applied
from shared.domain.connection import Connection
from shared.domain.errors import Conflict, Unavailable
from shared.domain.happening import Happening, Kind
from shared.ports.connecting import Removed

AT_ONCE: Final = 300
"""Applications of one connection in one run."""


def close_removed(
    removed: Removed, *, tell: Callable[[Exception], None], now: datetime
) -> tuple[int, int]:
    """(links closed, connections left for the next run)."""
    closed, left = 0, 0
    for connection in removed.due(now):
        try:
            done = _piece(connection, removed, now)
        except (Conflict, Unavailable):
            left += 1
        except Exception as error:
            tell(error)
        else:
            closed += done
    return closed, left


def _piece(connection: Connection, removed: Removed, now: datetime) -> int:
    found = removed.open(connection, AT_ONCE)
    gone = Happening(Kind.REMOVED, connection.removed_at or now)
    for kept in found:
        removed.close(kept, applied(kept.application, gone))
    if len(found) < AT_ONCE:
        removed.done(connection)
    return len(found)
