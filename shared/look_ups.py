"""What a delivery leaves out, asked for at the vendor (shared.ports.applications.LookUps).

A vendor that did not answer, or whose limit is spent, is left alone for a while, and what is asked
of it fails at once: deliveries of other companies lie in the same batch behind it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from shared.domain.ats_event import ApplicationEvent, CandidateErased
from shared.domain.connection import Connection, Provider
from shared.domain.errors import Unavailable
from shared.domain.ids import ConnectionId
from shared.domain.listed import Unread
from shared.domain.trouble import Trouble, Why
from shared.vendors import Vendors

AGAIN: Final = frozenset({Why.OUT_OF_TIME, Why.RATE_LIMITED, Why.TRY_AGAIN})
ALONE: Final = timedelta(seconds=30)
MANY: Final = 1000
_NO_KEY: Final = Trouble(Why.NO_KEY)


@dataclass(frozen=True, slots=True)
class LookUps:
    """
    Args:
        tenant: the keyed hash of a connection (shared.pepper).
    """

    vendors: Vendors
    tenant: Callable[[ConnectionId], Callable[[str], str]]
    clock: Callable[[], datetime]
    _alone: dict[ConnectionId, datetime] = field(default_factory=dict)

    def changed(
        self, connection: Connection, application_ref: str | None, link: str | None
    ) -> Sequence[ApplicationEvent | CandidateErased] | Unread:
        """Raises Unavailable: try again."""
        self._unless_alone(connection)
        said = self.read_changed(connection, application_ref, link)
        return self._unread(connection, said) if isinstance(said, Trouble) else said

    def reasoned(
        self, connection: Connection, event: ApplicationEvent
    ) -> ApplicationEvent | Unread:
        """Raises Unavailable: try again."""
        self._unless_alone(connection)
        lever = self.vendors.lever(connection)
        said = lever.reasoned(event, self.clock()) if lever else _NO_KEY
        return self._unread(connection, said) if isinstance(said, Trouble) else said

    def read_changed(
        self, connection: Connection, application_ref: str | None, link: str | None
    ) -> tuple[ApplicationEvent, ...] | Trouble:
        match connection.provider:
            case Provider.SMARTRECRUITERS:
                keyed = self.tenant(connection.connection_id)
                recruiters = self.vendors.smartrecruiters(connection, keyed)
                if recruiters:
                    return recruiters.changed(application_ref, link, self.clock())
            case Provider.TEAMTAILOR:
                teamtailor = self.vendors.teamtailor(connection)
                if teamtailor:
                    return teamtailor.changed(application_ref or "", self.clock())
            case _:
                return Trouble(Why.UNREADABLE, "nobody else says only that it changed")
        return _NO_KEY

    def _unless_alone(self, connection: Connection) -> None:
        until = self._alone.get(connection.connection_id)
        if until and self.clock() < until:
            raise Unavailable("the vendor is left alone")

    def _unread(self, connection: Connection, trouble: Trouble) -> Unread:
        """Raises Unavailable."""
        if trouble.why not in AGAIN:
            return Unread(trouble.why.value)
        if len(self._alone) >= MANY:
            self._alone.clear()
        self._alone[connection.connection_id] = trouble.retry_at or self.clock() + ALONE
        raise Unavailable("the vendor does not answer now")
