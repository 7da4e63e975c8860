from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.sweep.flow import sweep, tidy
from shared.aws import clients
from shared.aws.voice import AwsVoice
from shared.observe import logger, metrics, tick
from shared.settings import (
    BUS_NAME,
    CORE_TABLE,
    COUNT_QUEUE_URL,
    SWEEP_AFTER_SECONDS,
    at_start,
    setting,
)
from shared.table.commit import Table
from shared.table.outboxes import Outboxes
from shared.table.registrations import Registrations


@cache
def voice() -> AwsVoice:
    return AwsVoice(setting(BUS_NAME), setting(COUNT_QUEUE_URL), clients.events(), clients.sqs())


@cache
def table() -> Table:
    return Table(setting(CORE_TABLE), clients.dynamodb())


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, int]:
    """`{"older_than_seconds": 0}` sweeps everything now: after a restart, or by hand."""
    seconds = event.get("older_than_seconds", setting(SWEEP_AFTER_SECONDS))
    said, refused = sweep(
        older_than=timedelta(seconds=int(seconds)),
        outbox=Outboxes(table()),
        voice=voice(),
        now=datetime.now(UTC),
    )
    tick("SweptLate", said)
    tick("SweepRefused", refused)
    tidied = tidy(unverified=Registrations(table()), now=datetime.now(UTC))
    tick("UnverifiedDeleted", tidied)
    return {"said": said, "refused": refused, "tidied": tidied}


at_start(voice, table)
