import json
from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.ask.flow import Round
from shared import clock, mint
from shared.connectors.wire import Wire
from shared.domain.connection import PURPOSE
from shared.domain.ids import ConnectionId
from shared.hearing import Ears
from shared.memory import RememberedSecrets
from shared.observe import logger, metrics, tick
from shared.queue import telling
from shared.settings import at_start
from shared.table.applications import Applications
from shared.table.connections import Connections
from shared.table.hearings import Hearings
from shared.table.links import Links
from shared.table.marks import Marks
from shared.vendors import Vendors
from shared.wires import pepper, sealed, table


@cache
def vendors() -> Vendors:
    return Vendors(RememberedSecrets(sealed(), PURPOSE).open, Wire())


def begun(context: LambdaContext) -> Round:
    now = clock.now()
    return Round(
        Connections(table()),
        Marks(table()),
        vendors(),
        Hearings(table()),
        Ears(Applications(table()), Links(table()), pepper(), mint.slug),
        named=lambda: mint.mint("dlv", now),
        seconds_left=lambda: context.get_remaining_time_in_millis() / 1000,
        now=now,
    )


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    def one(record: SQSRecord) -> None:
        done = begun(context).ask(ConnectionId(json.loads(record.body)["connection_id"]))
        tick("RowHeard", done.get("heard", 0))
        tick("RowSkipped", done.get("skipped", 0))
        tick("PageRead", done.get("pages", 0))

    processor = BatchProcessor(event_type=EventType.SQS, raise_on_entire_batch_failure=False)
    return process_partial_response(
        event=event, record_handler=telling(one), processor=processor, context=context
    )


at_start(table, pepper, vendors)
