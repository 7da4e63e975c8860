"""The queue of webhooks to be sent: each endpoint is a group, so none of them waits for another's.

It is no FIFO queue. On a standard one a group is not held in order; SQS only sees to it that a
group with many messages, or slow ones, does not keep the others waiting (fair queues).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from shared.domain.errors import Unavailable
from shared.domain.webhook_message import NEAR, Ticket

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

AT_ONCE = timedelta()


@dataclass(frozen=True, slots=True)
class SqsTickets:
    queue_url: str
    client: SQSClient

    def send(self, ticket: Ticket, after: timedelta = AT_ONCE) -> None:
        """To be handled then; of what is asked beyond 15 minutes, after 15. Raises Unavailable."""
        try:
            self.client.send_message(
                QueueUrl=self.queue_url,
                MessageBody=written(ticket),
                MessageGroupId=ticket.endpoint_id,
                DelaySeconds=ceil(min(max(after, AT_ONCE), NEAR).total_seconds()),
            )
        except (ClientError, BotoCoreError) as error:
            raise Unavailable("the queue did not take it") from error


def written(ticket: Ticket) -> str:
    """As shared.contracts.ticket reads it."""
    return json.dumps(asdict(ticket) | {"occurred_at": ticket.occurred_at.isoformat()})
