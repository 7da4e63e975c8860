"""How far a connection was asked, and until when its vendor wants to be left alone."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from shared.domain.ids import ConnectionId
from shared.domain.trouble import Trouble
from shared.domain.watermark import Watermark

SOONEST: Final = timedelta(minutes=10)
JITTER: Final = timedelta(minutes=5)
"""So that not everybody's turn is at the same moment."""


@dataclass(frozen=True, slots=True)
class Asked:
    """
    Args:
        not_before: their limit is spent until then.
        version: nobody who knows an older one may keep theirs.
    """

    connection_id: ConnectionId
    mark: Watermark
    not_before: datetime | None = None
    version: int = 1

    @staticmethod
    def first(connection_id: ConnectionId, connected_at: datetime) -> "Asked":
        return Asked(connection_id, Watermark.first(connected_at))

    def may(self, now: datetime) -> bool:
        return self.not_before is None or self.not_before <= now

    def read(self, mark: Watermark, stopped: Trouble | None) -> "Asked":
        wait = stopped.retry_at if stopped else None
        return replace(self, mark=mark, not_before=wait, version=self.version + 1)


def following(turn: datetime, now: datetime, chance: Callable[[], float]) -> datetime:
    """10 to 15 minutes after its turn; of turns that were missed, none is made up for.

    Args:
        chance: 0 to 1, another each time.
    """
    return max(turn, now) + SOONEST + JITTER * chance()
