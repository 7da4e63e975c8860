"""The queue of connections whose turn it is, and a message put back into its queue for a while."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from botocore.exceptions import BotoCoreError, ClientError

from shared.domain.errors import Unavailable

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

    from shared.domain.ids import ConnectionId

LONGEST: Final = timedelta(minutes=15)
"""SQS hands nothing over later than that."""
LONGEST_BACK: Final = timedelta(hours=11)
"""SQS's 12 hours count from when the message was taken."""
SECOND: Final = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Turns:
    queue_url: str
    sqs: SQSClient

    def hand_on(self, connection_id: ConnectionId, after: timedelta) -> None:
        """Raises Unavailable: nobody took it."""
        wait = min(max(after, timedelta()), LONGEST)
        try:
            self.sqs.send_message(
                QueueUrl=self.queue_url,
                MessageBody=json.dumps({"connection_id": connection_id}),
                DelaySeconds=wait // SECOND,
            )
        except (ClientError, BotoCoreError) as error:
            raise Unavailable("the queue does not answer") from error


@dataclass(frozen=True, slots=True)
class PutBack:
    queue_url: str
    sqs: SQSClient

    def for_(self, receipt: str, wait: timedelta) -> None:
        """Whoever fails to say so has it back after the queue's own time. Raises Unavailable."""
        seconds = max(min(wait, LONGEST_BACK) // SECOND, 1)
        try:
            self.sqs.change_message_visibility(
                QueueUrl=self.queue_url, ReceiptHandle=receipt, VisibilityTimeout=seconds
            )
        except (ClientError, BotoCoreError) as error:
            raise Unavailable("the queue does not answer") from error
