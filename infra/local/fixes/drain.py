"""ministack waits 50 ms for a log line of a function that writes none; one is enough."""

from functools import partialmethod

from ministack.core import lambda_runtime


def install() -> None:
    lambda_runtime.Worker._drain_stderr_bounded = partialmethod(
        lambda_runtime.Worker._drain_stderr_bounded,
        first_line_wait=0.001,
        idle_confirm=0.001,
        hard_cap=0.05,
    )
