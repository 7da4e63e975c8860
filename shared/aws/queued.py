"""A queue of our own: a place to leave one message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from shared.domain.errors import Unavailable

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient


@dataclass(frozen=True, slots=True)
class Queue:
    url: str
    sqs: SQSClient

    def leave(self, message: str) -> None:
        """It is kept once this returns. Raises Unavailable: nobody took it."""
        try:
            self.sqs.send_message(QueueUrl=self.url, MessageBody=message)
        except (ClientError, BotoCoreError) as error:
            raise Unavailable("the queue does not answer") from error
