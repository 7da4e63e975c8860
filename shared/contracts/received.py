"""What the door hands on of a delivery, by a queue of our own: nothing of the person.

Written and read by us alone. A new version is read beside the old one until the queue is empty.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.domain.ats_event import Kind, ReasonKind, Stage


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", from_attributes=True)


class ApplicationSaid(_Said):
    about: Literal["application"] = "application"
    kind: Kind
    application_ref: str
    candidate_ref: str | None = None
    job_ref: str | None = None
    stage_reached: Stage = Stage.UNKNOWN
    reason_kind: ReasonKind = ReasonKind.UNKNOWN
    occurred_at: AwareDatetime | None = None
    can_email: bool | None = None
    confidential: bool = False
    reason_ref: str | None = None


class CandidateErasedSaid(_Said):
    about: Literal["candidate"] = "candidate"
    candidate_ref: str
    occurred_at: AwareDatetime | None = None


type EventSaid = Annotated[ApplicationSaid | CandidateErasedSaid, Field(discriminator="about")]


class EventsSaid(_Said):
    meaning: Literal["events"] = "events"
    events: tuple[EventSaid, ...]


class ChangedSaid(_Said):
    """`link` may hold the vendor's id of the candidate: it is followed, and kept nowhere."""

    meaning: Literal["changed"] = "changed"
    application_ref: str | None = None
    link: str | None = Field(default=None, repr=False)


class PingSaid(_Said):
    meaning: Literal["ping"] = "ping"


class HandshakeSaid(_Said):
    meaning: Literal["handshake"] = "handshake"


class IgnoredSaid(_Said):
    meaning: Literal["ignored"] = "ignored"
    why: str


class RefusedSaid(_Said):
    meaning: Literal["refused"] = "refused"
    why: str


type Said = Annotated[
    EventsSaid | ChangedSaid | PingSaid | HandshakeSaid | IgnoredSaid | RefusedSaid,
    Field(discriminator="meaning"),
]


class Received(_Said):
    """
    Args:
        delivery_id: ours, of this one coming; the queue may hand it over twice.
        key: the vendor's, the same however often it comes; none where it was not believed.
    """

    version: Literal[1] = 1
    delivery_id: str
    connection_id: str
    received_at: Annotated[datetime, AwareDatetime]
    key: str | None
    said: Said
