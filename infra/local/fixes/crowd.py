"""ministack starts a process for every request that comes at once; a laptop has few cores.

So a function gets a handful of workers, and the next request waits for one.
"""

from threading import Semaphore
from typing import Any

from ministack.services import lambda_svc

WORKERS = 4


def install() -> None:
    execute = lambda_svc._execute_function_warm
    seats: dict[str, Semaphore] = {}

    def seated(function: Any, event: Any, request_id: str) -> Any:
        name = (function.get("config") or function).get("FunctionName", "")
        with seats.setdefault(name, Semaphore(WORKERS)):
            return execute(function, event, request_id)

    lambda_svc._execute_function_warm = seated
