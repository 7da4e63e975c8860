"""What was sent to an endpoint, and what came back: its log."""

from datetime import UTC, datetime, timedelta
from typing import Final, Literal, Self

from pydantic import AwareDatetime, Field

from shared.contracts.wire import Answer, Body
from shared.domain.errors import InvalidRequest
from shared.domain.heard import Why
from shared.domain.webhook_message import KEPT, Attempt, Message

DeliveryState = Literal["waiting", "delivered", "failed", "dropped"]
"""Those of shared.domain.webhook_message.State."""
LONGEST: Final = timedelta(days=31)
"""Of a time that is replayed at once."""


class AttemptAnswer(Answer):
    at: AwareDatetime
    status: int | None = Field(description="What the endpoint answered; below 300 it was taken.")
    reason: Why | None = Field(description="Where there was no answer: why.")
    took_ms: int

    @classmethod
    def of(cls, attempt: Attempt) -> Self:
        return cls(
            at=attempt.at, status=attempt.status, reason=attempt.why, took_ms=attempt.took_ms
        )


class DeliveryAnswer(Answer):
    delivery_id: str = Field(description="The message's `webhook-id`: the same however often sent.")
    type: str
    state: DeliveryState = Field(
        description="failed: no attempt is left. dropped: the endpoint was paused or disabled."
    )
    made_at: AwareDatetime
    next_attempt_at: AwareDatetime | None
    attempts: list[AttemptAnswer] = Field(description="The newest last; the newest 24 are kept.")

    @classmethod
    def of(cls, message: Message) -> Self:
        return cls(
            delivery_id=message.message_id,
            type=message.kind,
            state=message.state.value,
            made_at=message.made_at,
            next_attempt_at=message.next_at,
            attempts=[AttemptAnswer.of(attempt) for attempt in message.attempts],
        )


class DeliveryPage(Answer):
    items: list[DeliveryAnswer]
    next_cursor: str | None


class DeliveryAsked(Answer):
    """On its way. What became of it is at `deliveries`."""

    delivery_id: str
    state: DeliveryState = "waiting"


class ReplayRequest(Body):
    """What happened then is sent again, under the ids it was sent under."""

    since: AwareDatetime = Field(alias="from")
    until: AwareDatetime = Field(alias="to", description="No more in it; 31 days on at most.")

    def span(self, now: datetime) -> tuple[datetime, datetime]:
        """In UTC. Raises InvalidRequest."""
        since, until = self.since.astimezone(UTC), self.until.astimezone(UTC)
        if not since < until <= since + LONGEST:
            raise InvalidRequest("to: after from, 31 days on at most", {"to": "malformed"})
        if not now - KEPT <= since <= now:
            raise InvalidRequest("from: in the last 100 days", {"from": "malformed"})
        return since, until


class ReplayAnswer(Answer):
    replayed: int = Field(description="Messages that are sent again, the oldest first.")
    next_from: AwareDatetime | None = Field(
        description="There are more: ask again from here. Null: that was all."
    )
