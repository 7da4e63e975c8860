"""an application that has a link -> the vendor's field says it -> or why not, and when again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial
from typing import Final

from shared.connection_news import turned
from shared.contracts.events import ApplicationCreated
from shared.domain import connection_health
from shared.domain.applicant import Kept
from shared.domain.connection import Connection
from shared.domain.errors import AlreadyDone, NotFound
from shared.domain.ids import ApplicationId, ConnectionId
from shared.domain.listed import Listed, Outcome
from shared.domain.polled import Written
from shared.domain.trouble import Trouble, Why
from shared.ports.applications import Applications, Connections, Hearings
from shared.ports.vendors import Writers, WritingStops
from shared.retry import retry_on_conflict

AGAIN: Final = frozenset({Why.RATE_LIMITED, Why.TRY_AGAIN, Why.OUT_OF_TIME})
TRIES: Final = 5
"""How often the queue hands a message over (infra.dead_letters)."""
WAITS: Final = tuple(timedelta(minutes=n) for n in (1, 5, 30, 120))
WHAT: Final = "application.link"


class Came(StrEnum):
    WRITTEN = "written"
    STOOD_THERE = "stood_there"
    NOTHING = "nothing"
    """There is none to write, or nowhere to write it."""
    NOT_WRITTEN = "not_written"


@dataclass(frozen=True, slots=True)
class WriteBack:
    """
    Args:
        site: what people reach us by.
        named: a new name for a line of the company's list.
    """

    connections: Connections
    applications: Applications
    writers: Writers
    hearings: Hearings
    stops: WritingStops
    site: str
    named: Callable[[], str]
    now: datetime

    def write(self, event: ApplicationCreated, tried: int) -> Came | timedelta:
        """A wait: the vendor takes it then, perhaps.

        Args:
            tried: which try this is, from 1.

        Raises:
            Conflict, Unavailable: write it again. Twice is once.
        """
        name = ConnectionId(event.connection_id)
        application_id = ApplicationId(event.application_id)
        try:
            connection = self.connections.find(name)
        except NotFound:
            return Came.NOTHING
        kept, _ = self.applications.find(name, application_id)
        if kept is None or not _is_wanted(connection, kept):
            return Came.NOTHING
        writer = self.writers.writer(connection)
        if writer is None:
            return Came.NOTHING
        url = f"{self.site}/r/{kept.slug}"
        done = writer.write(kept.application.application_ref, url, self.now)
        if isinstance(done, Written):
            self._note(connection, connection_health.done)
            return Came.STOOD_THERE if done.already else Came.WRITTEN
        return self._refused(connection, application_id, done, tried)

    def _refused(
        self, connection: Connection, application_id: ApplicationId, done: Trouble, tried: int
    ) -> Came | timedelta:
        if done.why in AGAIN and tried < TRIES:
            asked = done.retry_at - self.now if done.retry_at else timedelta()
            return max(asked, WAITS[tried - 1])
        self._list(connection, application_id, done.why)
        if done.degrades:
            self._note(connection, partial(connection_health.troubled, why=str(done.why)))
        if done.why is Why.FIELDS_LOST:
            self._stop(connection.connection_id)
        return Came.NOT_WRITTEN

    def _note(self, connection: Connection, turn: Callable[..., connection_health.Health]) -> None:
        turned(connection, partial(turn, at=self.now), hearings=self.hearings, now=self.now)

    def _list(self, connection: Connection, application_id: ApplicationId, why: Why) -> None:
        listed = Listed(
            self.named(),
            connection.connection_id,
            self.now,
            Outcome.NOT_WRITTEN,
            str(why),
            WHAT,
            application_id,
        )
        try:
            self.hearings.note(listed, f"written:{application_id}:{why}")
        except AlreadyDone:
            return

    @retry_on_conflict
    def _stop(self, connection_id: ConnectionId) -> None:
        """Their key is put away: no second loss. Who gives it again has mended it, or means it."""
        before = self.connections.find(connection_id)
        if before.access:
            self.stops.change(before, replace(before, access=None))


def _is_wanted(connection: Connection, kept: Kept) -> bool:
    application = kept.application
    there = bool(kept.slug and application.application_ref)
    return there and application.mints and connection.writes_back and not connection.removed_at
