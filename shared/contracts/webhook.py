"""What is sent to companies' webhooks: thin, to the day, and no more than they may read here.

Only published figures: they move three people at a time, or at a milestone. No registration and no
candidate is named. A contract only grows.
"""

from datetime import UTC, datetime
from typing import Self

from pydantic import AwareDatetime, Field

from shared.contracts.relay import RelayAnswer
from shared.contracts.webhook_data import (
    ConnectionData,
    CreditData,
    JobOrderData,
    ProgressData,
    TrialData,
)
from shared.contracts.webhook_kinds import (
    ConnectionKind,
    CreditKind,
    JobOrderKind,
    ProgressKind,
    RelayKind,
    TrialKind,
)
from shared.contracts.wire import Answer, midnight
from shared.domain.progress import Progress


class _Message(Answer):
    type: str
    timestamp: AwareDatetime = Field(description="The day it happened (UTC), as its beginning.")

    def body(self) -> bytes:
        """What is signed and sent: JSON without the fields that say nothing."""
        return self.model_dump_json(exclude_none=True).encode()


class CreditMessage(_Message):
    type: CreditKind
    data: CreditData


class JobOrderMessage(_Message):
    type: JobOrderKind
    data: JobOrderData


class ProgressMessage(_Message):
    type: ProgressKind = "progress.updated"
    data: ProgressData

    @classmethod
    def of(cls, progress: Progress, at: datetime) -> Self:
        """`progress` as it is published, never the agency's exact one."""
        data = ProgressData.model_validate(progress, from_attributes=True)
        return cls(timestamp=to_the_day(at), data=data)


class RelayMessage(_Message):
    """A row that was not there before; later steps are read at GET /v1/relays."""

    type: RelayKind = "relay.formed"
    data: RelayAnswer


class ConnectionMessage(_Message):
    type: ConnectionKind = "ats.connection.degraded"
    data: ConnectionData


class TrialMessage(_Message):
    type: TrialKind = "webhook_endpoint.test"
    data: TrialData


type Message = (
    CreditMessage
    | JobOrderMessage
    | ProgressMessage
    | RelayMessage
    | ConnectionMessage
    | TrialMessage
)


def to_the_day(at: datetime) -> datetime:
    """The same day GET /v1/credits and the ledger say."""
    return midnight(at.astimezone(UTC).date())
