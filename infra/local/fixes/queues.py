"""ministack keeps queues in memory, and two of its threads may drop each other's message.

Here whatever puts in or takes out a message does so alone, and is kept before it is answered.
"""

import threading
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from ministack.services import eventbridge, lambda_svc, sns, sqs

from infra.local.fixes.items import text, value
from infra.local.journal import Journal

_MAKE = "CREATE TABLE IF NOT EXISTS queues (arn TEXT PRIMARY KEY, messages TEXT)"
_PUT = "INSERT OR REPLACE INTO queues VALUES (?, ?)"
_CHANGERS = (
    (sqs, "_act_send_message"),
    (sqs, "_act_delete_message"),
    (sqs, "_act_delete_message_batch"),
    (sqs, "_act_purge_queue"),
    (sqs, "_delete_messages_for_esm"),
    (sqs, "_dlq_sweep"),
    (sqs, "_expire_retained"),
    (sns, "_deliver_to_sqs"),
    (eventbridge, "_dispatch_to_sqs"),
    (lambda_svc, "_send_ddb_stream_failure_record"),
    (lambda_svc, "_route_async_failure"),
)


class _Kept:
    """What the journal holds of every queue, by the ids of its messages."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._ids: dict[str, tuple[str, ...]] = {}

    def keep(self) -> None:
        for queue in list(sqs._queues._data.values()):
            arn, ids = queue["attributes"]["QueueArn"], tuple(m["id"] for m in queue["messages"])
            if self._ids.get(arn, ()) != ids:
                self._journal.write(_PUT, arn, text(queue["messages"]))
                self._ids[arn] = ids

    def restore(self) -> None:
        """Whoever had received a message is gone: each can be received again at once."""
        held = dict(self._journal.rows("SELECT * FROM queues"))
        for queue in sqs._queues._data.values():
            messages = value(held.get(queue["attributes"]["QueueArn"], "[]"))
            fresh = {"receipt_handle": None, "visible_at": time.time()}
            queue["messages"] = [message | fresh for message in messages]
        self.keep()


def install(journal: Journal) -> None:
    journal.write(_MAKE)
    kept = _Kept(journal)
    sqs._queues_lock = threading.RLock()  # held while ministack calls what is guarded below
    for module, name in _CHANGERS:
        setattr(module, name, _alone(getattr(module, name), kept))
    for action in ("SendMessage", "DeleteMessage", "DeleteMessageBatch", "PurgeQueue"):
        sqs._HANDLERS[action] = _alone(sqs._HANDLERS[action], kept)
    _load(kept)


def _alone(change: Callable[..., Any], kept: _Kept) -> Callable[..., Any]:
    @wraps(change)
    def changing(*of: Any, **how: Any) -> Any:
        with sqs._queues_lock:
            try:
                return change(*of, **how)
            finally:
                kept.keep()

    return changing


def _load(kept: _Kept) -> None:
    load = sqs.load_persisted_state

    def restore(data: Any) -> None:
        load(data)
        kept.restore()

    sqs.load_persisted_state = restore
