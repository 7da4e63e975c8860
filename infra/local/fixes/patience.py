"""A failed message comes back after its visibility timeout: minutes, as on AWS. Here: seconds."""

import time
from typing import Any

from ministack.services import lambda_svc

_LONGEST_S = 8.0


def install() -> None:
    run = lambda_svc._run_sqs_batch

    def run_batch(esm: Any, function: Any, event: Any, batch: Any, *queue: Any) -> None:
        run(esm, function, event, batch, *queue)
        for message in batch:
            soon = time.time() + min(2.0 ** message["receive_count"] / 2, _LONGEST_S)
            message["visible_at"] = min(message["visible_at"], soon)

    lambda_svc._run_sqs_batch = run_batch
