"""Companies' recruiting systems, asked and written to by us: whatever they do is a value."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Protocol

from shared.domain.asked import Asked
from shared.domain.connection import Connection
from shared.domain.ids import ConnectionId
from shared.domain.polled import Polled, Written
from shared.domain.trouble import Trouble
from shared.domain.watermark import Watermark


class Poller(Protocol):
    def changes(self, since: Watermark, now: datetime, seconds_left: Callable[[], float]) -> Polled:
        """The same event may come again."""
        ...


class WriteBack(Protocol):
    def write(self, application_ref: str, url: str, now: datetime) -> Written | Trouble:
        """The same again ends the same."""
        ...


class Pollers(Protocol):
    def poller(self, connection: Connection, was_rejected: Callable[[str], bool]) -> Poller | None:
        """None: there is no key. Raises Unavailable, NotSealed: ours for it does not open it."""
        ...


class Writers(Protocol):
    def writer(self, connection: Connection) -> WriteBack | None:
        """None: we do not write to it, or there is no key. Raises Unavailable, NotSealed."""
        ...


class WritingStops(Protocol):
    def change(self, before: Connection, after: Connection) -> None:
        """Raises Conflict."""
        ...


class Marks(Protocol):
    """Whose turn it is to be asked, and how far each was read."""

    def due(self, before: datetime) -> Iterator[tuple[ConnectionId, datetime]]: ...

    def turn(self, connection_id: ConnectionId, seen: datetime, following: datetime) -> bool:
        """Asked again then; False where somebody else saw to this turn."""
        ...

    def find(self, connection_id: ConnectionId) -> Asked:
        """Raises NotFound: it was removed, or is not one that is asked."""
        ...

    def keep(self, before: Asked, after: Asked) -> None:
        """Raises Conflict: another asking kept its own."""
        ...


class Turns(Protocol):
    def hand_on(self, connection_id: ConnectionId, after: timedelta) -> None:
        """Raises Unavailable."""
        ...
