from functools import cache
from typing import Any, Final

from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)
from aws_lambda_powertools.utilities.data_classes.dynamo_db_stream_event import DynamoDBRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.publish.flow import publish
from shared.observe import logger, metrics, tick
from shared.queue import telling
from shared.settings import at_start
from shared.table.outboxes import Outboxes, said
from shared.wires import table, voice

VERDICTS: Final = frozenset({"ReferralCounted", "ReferralHeld", "ReferralNotCounted"})
"""Counted where all pass: three functions decide, and each decision is said."""
processor = BatchProcessor(
    event_type=EventType.DynamoDBStreams, raise_on_entire_batch_failure=False
)


@cache
def outbox() -> Outboxes:
    return Outboxes(table())


def publish_record(record: DynamoDBRecord) -> None:
    if record.dynamodb is None or not record.dynamodb.new_image:
        raise ValueError("the stream shows no new image")
    fact = said(record.dynamodb.new_image)
    publish(fact, voice=voice(), outbox=outbox())
    tick("Published")
    if fact.detail_type in VERDICTS:
        tick(fact.detail_type)


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    return process_partial_response(
        event=event, record_handler=telling(publish_record), processor=processor, context=context
    )


at_start(voice, outbox)
