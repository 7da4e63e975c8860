from datetime import timedelta
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.sweep.flow import sweep, tidy
from shared import clock
from shared.observe import logger, metrics, tick
from shared.settings import (
    SWEEP_AFTER_SECONDS,
    at_start,
    setting,
)
from shared.table.outboxes import Outboxes
from shared.table.registrations import Registrations
from shared.wires import table, voice


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, int]:
    """`{"older_than_seconds": 0}` sweeps everything now: after a restart, or by hand."""
    seconds = event.get("older_than_seconds", setting(SWEEP_AFTER_SECONDS))
    said, refused = sweep(
        older_than=timedelta(seconds=int(seconds)),
        outbox=Outboxes(table()),
        voice=voice(),
        now=clock.now(),
    )
    tick("SweptLate", said)
    tick("SweepRefused", refused)
    tidied = tidy(unverified=Registrations(table()), now=clock.now())
    tick("UnverifiedDeleted", tidied)
    return {"said": said, "refused": refused, "tidied": tidied}


at_start(voice, table)
