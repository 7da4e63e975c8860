"""EventBridge, or the counting queue: a place to say one thing once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from shared.domain.errors import Unavailable
from shared.domain.outbox import SOURCE, Said

if TYPE_CHECKING:
    from mypy_boto3_events import EventBridgeClient
    from mypy_boto3_sqs import SQSClient


@dataclass(frozen=True, slots=True)
class AwsVoice:
    bus: str
    queue_url: str
    events: EventBridgeClient
    sqs: SQSClient

    def say(self, said: Said) -> None:
        """Raises Unavailable: nobody took it."""
        try:
            self._queue(said) if said.to == "count" else self._publish(said)
        except (ClientError, BotoCoreError) as error:
            raise Unavailable(f"{said.detail_type} not accepted") from error

    def _publish(self, said: Said) -> None:
        reply = self.events.put_events(
            Entries=[
                {
                    "EventBusName": self.bus,
                    "Source": SOURCE,
                    "DetailType": said.detail_type,
                    "Detail": said.detail,
                }
            ]
        )
        if reply["FailedEntryCount"]:  # PutEvents answers 200 even when it drops the event
            raise Unavailable(f"{said.detail_type} not accepted")

    def _queue(self, said: Said) -> None:
        self.sqs.send_message(
            QueueUrl=self.queue_url,
            MessageBody=said.detail,
            MessageGroupId=said.company_id or "",
            MessageDeduplicationId=said.event_id.replace(":", "_"),
        )
