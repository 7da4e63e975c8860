"""ministack keeps what a function logs in its memory; here it is in `relay.log` too."""

import logging
from typing import Any

from ministack.services import lambda_svc

_log = logging.getLogger("relay.function")


def install() -> None:
    execute = lambda_svc._execute_function_warm

    def told(function: Any, event: Any, request_id: str) -> Any:
        result = execute(function, event, request_id)
        name = (function.get("config") or function).get("FunctionName", "")
        if result.get("error"):
            _log.error("%s failed: %s", name, result.get("body"))
        for line in (result.get("log") or "").splitlines():
            _log.info("%s %s", name, line)
        return result

    lambda_svc._execute_function_warm = told
