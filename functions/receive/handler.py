from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from shared import clock, mint
from shared.connectors.wire import quick
from shared.contracts.received import Received
from shared.domain.connection import PURPOSE
from shared.domain.listed import Outcome
from shared.hearing import Ears
from shared.look_ups import LookUps
from shared.memory import RememberedSecrets
from shared.observe import logger, metrics, tick
from shared.queue import telling
from shared.settings import at_start
from shared.table.applications import Applications
from shared.table.connections import Connections
from shared.table.hearings import Hearings
from shared.table.links import Links
from shared.taking_in import Desk, take
from shared.vendors import Vendors
from shared.wires import pepper, sealed, table


@cache
def desk() -> Desk:
    ears = Ears(Applications(table()), Links(table()), pepper(), mint.slug)
    held = RememberedSecrets(sealed(), PURPOSE)
    look_ups = LookUps(Vendors(held.open, quick()), pepper().tenant, clock.now)
    return Desk(Connections(table()), Hearings(table()), look_ups, ears)


def one(record: SQSRecord) -> None:
    listed = take(Received.model_validate_json(record.body), desk=desk(), now=clock.now())
    if listed is None:
        tick("DeliveryRepeated")
    elif listed.outcome is Outcome.UNREAD:
        tick("DeliveryUnread")
    else:
        tick("DeliveryApplied" if listed.outcome is Outcome.APPLIED else "DeliveryIgnored")


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    processor = BatchProcessor(event_type=EventType.SQS, raise_on_entire_batch_failure=False)
    return process_partial_response(
        event=event, record_handler=telling(one), processor=processor, context=context
    )


at_start(desk)
