"""An endpoint's log, as long as we like."""

from dataclasses import replace
from datetime import datetime, timedelta

from shared.domain.endpoint import Endpoint
from shared.domain.heard import Answered
from shared.domain.webhook_message import Attempt, Message, State
from shared.table import keys
from shared.table.codec import stamp
from shared.table.commit import Table
from shared.table.webhook_message_item import to_item
from tests.support.endpoints import a_message
from tests.support.long_lists import poured


def long_log(table: Table, endpoint: Endpoint, many: int, day: datetime) -> Message:
    """Of that day: messages that failed after eight attempts. The newest of them."""
    eight = tuple(Attempt.of(Answered(500), day + timedelta(hours=h), 80) for h in range(8))
    log = [
        replace(a_message(endpoint, n, day), attempts=eight, state=State.FAILED, next_at=None)
        for n in range(many)
    ]
    poured(table, ((_key(message), to_item(replace(message, look_at=None))) for message in log))
    return log[-1]


def _key(message: Message) -> keys.Key:
    return keys.message(message.endpoint_id, stamp(message.occurred_at), message.message_id)
