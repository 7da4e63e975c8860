"""ministack forgets an asynchronous call when it is killed, and tries a rule's Lambda only once.

Here a call is kept until it is done, tried three times as on AWS, and taken up after a restart.
"""

import json
import logging
import threading
import time
import uuid
from typing import Any

from ministack.services import eventbridge, lambda_svc

from infra.local.journal import Journal

_MAKE = "CREATE TABLE IF NOT EXISTS calls (id TEXT PRIMARY KEY, function TEXT, event TEXT)"
_PAUSES_S = (1.0, 2.0)  # AWS: one minute, two minutes
_log = logging.getLogger("relay.calls")


def install(journal: Journal) -> None:
    journal.write(_MAKE)

    def call(function: Any, event: Any) -> None:
        call_id = str(uuid.uuid4())
        named = (function.get("config") or function)["FunctionArn"]
        journal.write("INSERT INTO calls VALUES (?, ?, ?)", call_id, named, json.dumps(event))
        _begin(journal, call_id, function, event)

    lambda_svc.invoke_async_with_retry = call
    eventbridge._dispatch_to_lambda = _dispatch


def _dispatch(arn: str, payload: str) -> None:
    function, config, _ = lambda_svc._get_func_record_for_ref(arn)
    if function and config:
        record = lambda_svc._execution_record_for_config(function, config)
        lambda_svc.invoke_async_with_retry(record, json.loads(payload))


def take_up(journal: Journal) -> None:
    """Make the calls again that a kill cut off."""
    for call_id, arn, event in journal.rows("SELECT * FROM calls"):
        function, config, _ = lambda_svc._get_func_record_for_ref(arn)
        if function and config:
            record = lambda_svc._execution_record_for_config(function, config)
            _begin(journal, call_id, record, json.loads(event))


def _begin(journal: Journal, *of: Any) -> None:
    threading.Thread(target=_deliver, args=(journal, *of), daemon=True).start()


def _deliver(journal: Journal, call_id: str, function: Any, event: Any) -> None:
    for pause in (*_PAUSES_S, None):
        result = lambda_svc._execute_function_with_config_scope(function, event)
        if not result.get("error"):
            break
        _log.warning("an asynchronous call failed: %s", result.get("body"))
        if pause is None:
            _give_up(function, event, result)
        else:
            time.sleep(pause)
    journal.write("DELETE FROM calls WHERE id = ?", call_id)


def _give_up(function: Any, event: Any, result: Any) -> None:
    config = function.get("config") or function
    wanted = (function.get("event_invoke_config") or {}).get("DestinationConfig") or {}
    target = (wanted.get("OnFailure") or {}).get("Destination") or (
        config.get("DeadLetterConfig") or {}
    ).get("TargetArn")
    if target:
        lambda_svc._route_async_failure(target, config["FunctionName"], event, result)
