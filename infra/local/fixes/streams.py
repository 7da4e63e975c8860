"""ministack reads streams and queues in one thread, and a failed batch as a whole, for ever.

Here streams have a reader of their own that keeps the mapping's word: partial batch response,
bisect, finite retries, on-failure destination.
"""

import logging
import threading
from typing import Any

from ministack.core.concurrency import esm_wake
from ministack.services import dynamodb, lambda_svc

from infra.local.fixes.batch import Batch

_woken = threading.Event()
_log = logging.getLogger("relay.streams")


class _Wake:
    """Wakes ministack's reader of queues, and ours of streams."""

    def set(self) -> None:
        esm_wake.set()
        _woken.set()


def install() -> None:
    read = lambda_svc._poll_dynamodb_streams
    execute = lambda_svc._execute_function
    lambda_svc._execute_function = lambda f, e: (
        Batch(f, e, execute).deliver() if _is_stream(e) else execute(f, e)
    )
    lambda_svc._poll_dynamodb_streams = lambda: False
    dynamodb.esm_wake = _Wake()
    threading.Thread(target=_read_for_ever, args=(read,), daemon=True, name="streams").start()


def _read_for_ever(read: Any) -> None:
    while True:
        _woken.wait(1)
        _woken.clear()
        try:
            while read():
                pass
        except Exception:
            _log.exception("the stream reader stumbled")


def _is_stream(event: Any) -> bool:
    records = event.get("Records") if isinstance(event, dict) else None
    return bool(records and records[0].get("eventSource") == "aws:dynamodb")
