"""Facts from the bus, by way of a queue: each message stands or falls alone."""

import json
from collections.abc import Callable
from typing import Any

from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from shared.contracts.events import BY_NAME, Event
from shared.observe import tell


def telling[R](handle: Callable[[R], None]) -> Callable[[R], None]:
    """Powertools keeps a failed record's reason to itself; an operator looks for it in the log."""

    def told(record: R) -> None:
        try:
            handle(record)
        except Exception as error:
            tell(error)
            raise

    return told


def fact_of(message: str) -> Event:
    envelope = json.loads(message)
    return BY_NAME[envelope["detail-type"]].model_validate(envelope["detail"])


def each_fact(
    event: dict[str, Any], context: LambdaContext, handle: Callable[[Event], None]
) -> Any:
    """Hand over each fact; those that fail come again, and in the end to the dead-letter queue."""

    def one(record: SQSRecord) -> None:
        handle(fact_of(record.body))

    processor = BatchProcessor(event_type=EventType.SQS, raise_on_entire_batch_failure=False)
    return process_partial_response(
        event=event, record_handler=telling(one), processor=processor, context=context
    )
