"""A delivery handed on by the door -> was it here before? -> heard -> listed with what came of it.

What it says may be heard twice and changes nothing the second time; so it is heard first, and
known after.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from shared.connection_news import Turn, believed, not_believed, turned
from shared.contracts.received import (
    ApplicationSaid,
    CandidateErasedSaid,
    ChangedSaid,
    EventsSaid,
    HandshakeSaid,
    IgnoredSaid,
    PingSaid,
    Received,
    RefusedSaid,
)
from shared.domain import connection_health
from shared.domain.ats_event import ApplicationEvent, CandidateErased, Kind, ReasonKind
from shared.domain.connection import Connection
from shared.domain.errors import AlreadyDone, TooManyRequests
from shared.domain.ids import ConnectionId
from shared.domain.listed import DEGRADING, Listed, Outcome, Unread
from shared.hearing import Ears, Heard, hear
from shared.ports.applications import Connections, Hearings, LookUps

type Event = ApplicationEvent | CandidateErased


@dataclass(frozen=True, slots=True)
class Desk:
    """What taking in needs of the world."""

    connections: Connections
    hearings: Hearings
    look_ups: LookUps
    ears: Ears


def take(received: Received, *, desk: Desk, now: datetime) -> Listed | None:
    """As it is listed; None: nothing is, for it was here before or its connection is gone.

    Raises:
        Conflict, Unavailable: hand it over again.
    """
    connection = desk.connections.find(ConnectionId(received.connection_id))
    if connection.removed_at:
        return None
    if isinstance(received.said, RefusedSaid):
        return _refused(received, received.said.why, connection, desk, now)
    if isinstance(received.said, HandshakeSaid) or received.key is None:
        return _unsigned(_listed(received, Outcome.HANDSHAKE), desk)
    seen, health, _ = desk.hearings.standing(connection.connection_id, received.key, now)
    if seen is not None:
        if seen.delivery_id != received.delivery_id:
            desk.hearings.again(connection.connection_id, seen, received.received_at)
        return None
    listed = _taken(received, connection, desk)
    with suppress(AlreadyDone):  # the same came twice at once
        desk.hearings.note(listed, received.key)
    turn = _turn(listed)
    if turn(health) != health:
        turned(connection, turn, hearings=desk.hearings, now=now)
    return listed


def _turn(listed: Listed) -> Turn:
    """It was believed; whether the vendor also did what we asked, where we did."""
    at, troubles = listed.received_at, listed.reason in DEGRADING
    if listed.outcome is not Outcome.UNREAD or not troubles:
        return believed(at)
    return partial(connection_health.troubled, why=str(listed.reason), at=at)


def _refused(
    received: Received, why: str, connection: Connection, desk: Desk, now: datetime
) -> Listed | None:
    """Counted, though it be one too many to list."""
    listed = _unsigned(_listed(received, Outcome.REFUSED, why), desk)
    if listed:
        turn = not_believed(why, received.received_at)
        turned(connection, turn, hearings=desk.hearings, now=now)
    return listed


def _unsigned(listed: Listed, desk: Desk) -> Listed | None:
    """Anybody can send it: listed so often an hour, and a handshake proves nothing."""
    try:
        with suppress(TooManyRequests):
            desk.hearings.refused(listed)
    except AlreadyDone:
        return None
    return listed


def _taken(received: Received, connection: Connection, desk: Desk) -> Listed:
    match received.said:
        case PingSaid():
            return _listed(received, Outcome.PING)
        case IgnoredSaid(why=why):
            return _listed(received, Outcome.IGNORED, why)
        case ChangedSaid(application_ref=ref, link=link):
            found = desk.look_ups.changed(connection, ref, link)
            what = "application.changed"
        case EventsSaid(events=events):
            found = [event_of(event) for event in events]
            what = ""
    return _heard(received, found, connection, desk, what)


def _heard(
    received: Received,
    found: Sequence[Event] | Unread,
    connection: Connection,
    desk: Desk,
    what: str,
) -> Listed:
    if isinstance(found, Unread):
        return _listed(received, Outcome.UNREAD, found, what)
    settled = [_reasoned(connection, event, desk) for event in found]
    heard: list[Heard] = []
    for event in settled:
        if not isinstance(event, Unread):
            heard += hear(connection, event, received_at=received.received_at, ears=desk.ears)
    unread = next((one for one in settled if isinstance(one, Unread)), None)
    return _summed_up(_listed(received, Outcome.APPLIED, None, what or _what(found)), heard, unread)


def _summed_up(listed: Listed, heard: Sequence[Heard], unread: Unread | None) -> Listed:
    """A delivery says one thing of one application, as good as always."""
    if len(heard) == 1:
        listed = replace(listed, application_id=heard[0].application.application_id)
    reasons = [one.ignored for one in heard]
    if unread:
        return replace(listed, outcome=Outcome.UNREAD, reason=str(unread))
    if reasons and all(reasons):
        return replace(listed, outcome=Outcome.IGNORED, reason=str(reasons[0]))
    return listed


def _reasoned(connection: Connection, event: Event, desk: Desk) -> Event | Unread:
    """A rejection counts for nothing until it is known whose it was."""
    if not isinstance(event, ApplicationEvent) or event.kind is not Kind.REJECTED:
        return event
    if event.reason_ref is None or event.reason_kind is not ReasonKind.UNKNOWN:
        return event
    return desk.look_ups.reasoned(connection, event)


def event_of(said: ApplicationSaid | CandidateErasedSaid) -> Event:
    fields = dict(said)
    fields.pop("about")
    if isinstance(said, CandidateErasedSaid):
        return CandidateErased(**fields)
    return ApplicationEvent(**fields)


def _what(found: Sequence[Event]) -> str:
    first = found[0]
    return str(first.kind) if isinstance(first, ApplicationEvent) else "candidate.erased"


def _listed(received: Received, outcome: Outcome, why: str | None = None, what: str = "") -> Listed:
    return Listed(
        received.delivery_id,
        ConnectionId(received.connection_id),
        received.received_at,
        outcome,
        str(why) if why else None,
        what,
    )
