"""a connection whose turn it is -> page by page: what changed is heard, then how far we read."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from shared.connection_news import Turn, believed, turned
from shared.domain import connection_health
from shared.domain.application import Life
from shared.domain.application_news import Ignored
from shared.domain.asked import Asked
from shared.domain.ats_event import ApplicationEvent
from shared.domain.connection import Connection
from shared.domain.errors import AlreadyDone, Conflict, NotFound
from shared.domain.ids import ConnectionId
from shared.domain.listed import Listed, Outcome
from shared.domain.polled import Polled
from shared.domain.trouble import Why
from shared.hearing import Ears, Heard, hear
from shared.ports.applications import Connections, Hearings
from shared.ports.vendors import Marks, Poller, Pollers

ENOUGH_S: Final = 90.0
"""To ask for one more page (23 s at most) and to hear all of it."""
NOT_BEGUN: Final[Mapping[str, int]] = {}


@dataclass(frozen=True, slots=True)
class Round:
    """
    Args:
        named: a new name for a line of the company's list.
    """

    connections: Connections
    marks: Marks
    pollers: Pollers
    hearings: Hearings
    ears: Ears
    named: Callable[[], str]
    seconds_left: Callable[[], float]
    now: datetime

    def ask(self, connection_id: ConnectionId) -> Mapping[str, int]:
        """How many events were heard, and rows skipped. Nothing where it is not its turn.

        Raises:
            Conflict, Unavailable: what was heard stays heard; its next turn goes on.
        """
        try:
            connection = self.connections.find(connection_id)
            asked = self.marks.find(connection_id)
        except NotFound:
            return NOT_BEGUN
        if connection.removed_at or not asked.may(self.now):
            return NOT_BEGUN
        poller = self.pollers.poller(connection, partial(self._is_rejected, connection))
        return self._read(connection, asked, poller) if poller else NOT_BEGUN

    def _read(self, connection: Connection, asked: Asked, poller: Poller) -> Mapping[str, int]:
        done = Counter[str]()
        while self.seconds_left() > ENOUGH_S:
            polled = poller.changes(asked.mark, self.now, _one_page())
            for event in polled.events:
                self._hear(connection, event)
            after = asked.read(polled.mark, polled.stopped)
            try:
                self.marks.keep(asked, after)
            except Conflict:  # another asking is ahead of us, or the connection is gone
                break
            done += Counter(heard=len(polled.events), skipped=len(polled.ignored), pages=1)
            self._note(connection, polled)
            if polled.stopped is None or polled.stopped.why is not Why.OUT_OF_TIME:
                break
            asked = after
        return done

    def _hear(self, connection: Connection, event: ApplicationEvent) -> None:
        heard = hear(connection, event, received_at=self.now, ears=self.ears)
        for one in heard:
            if one.ignored is not Ignored.NOTHING_NEW:
                self._list(connection, event, one)

    def _list(self, connection: Connection, event: ApplicationEvent, heard: Heard) -> None:
        """Once, however often the same row is read."""
        at = event.occurred_at.isoformat() if event.occurred_at else ""
        key = f"polled:{event.kind}:{event.application_ref}:{at}"
        seen, _, _ = self.hearings.standing(connection.connection_id, key, self.now)
        if seen is not None:
            return
        listed = Listed(
            self.named(),
            connection.connection_id,
            self.now,
            Outcome.IGNORED if heard.ignored else Outcome.APPLIED,
            heard.ignored,
            str(event.kind),
            heard.application.application_id,
        )
        try:
            self.hearings.note(listed, key)
        except AlreadyDone:
            return

    def _note(self, connection: Connection, polled: Polled) -> None:
        """How the connection goes: what degrades it, or that its vendor did as asked."""
        if turn := _turn(polled, self.now):
            turned(connection, turn, hearings=self.hearings, now=self.now)

    def _is_rejected(self, connection: Connection, application_ref: str) -> bool:
        name = self.ears.naming.application(connection.connection_id, application_ref)
        kept, _ = self.ears.applications.find(connection.connection_id, name)
        return kept is not None and kept.application.life is Life.LIVE


def _turn(polled: Polled, now: datetime) -> Turn | None:
    stopped = polled.stopped
    if stopped is None:
        return lambda health: connection_health.done(believed(now)(health), now)
    if stopped.degrades:
        return partial(connection_health.troubled, why=str(stopped.why), at=now)
    return None


def _one_page() -> Callable[[], float]:
    """Time for one page and no more: each is heard and kept before the next is asked for."""
    left = iter([float("inf")])
    return lambda: next(left, 0.0)
