from datetime import timedelta
from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.write_back.flow import Came, WriteBack
from shared import clock
from shared.aws import clients
from shared.aws.turns import PutBack
from shared.connectors.wire import Wire
from shared.contracts.events import ApplicationCreated, Event
from shared.domain.connection import PURPOSE
from shared.memory import RememberedSecrets
from shared.mint import mint
from shared.observe import logger, metrics, tell, tick
from shared.queue import fact_of
from shared.settings import SITE, WRITE_BACK_QUEUE_URL, at_start, setting
from shared.table.applications import Applications
from shared.table.connections import Connections
from shared.table.hearings import Hearings
from shared.vendors import Vendors
from shared.wires import sealed, table


class NotNowError(Exception):
    """The vendor takes it later: back to the queue."""


@cache
def vendors() -> Vendors:
    return Vendors(RememberedSecrets(sealed(), PURPOSE).open, Wire())


@cache
def put_back() -> PutBack:
    return PutBack(setting(WRITE_BACK_QUEUE_URL), clients.sqs())


def written(fact: Event, tried: int) -> Came | timedelta:
    assert isinstance(fact, ApplicationCreated)
    now = clock.now()
    connections = Connections(table())
    writing = WriteBack(
        connections,
        Applications(table()),
        vendors(),
        Hearings(table()),
        stops=connections,
        site=setting(SITE),
        named=lambda: mint("dlv", now),
        now=now,
    )
    return writing.write(fact, tried)


def tried(record: SQSRecord) -> Came | timedelta:
    came = written(fact_of(record.body), int(record.attributes.approximate_receive_count))
    if isinstance(came, timedelta):
        put_back().for_(record.receipt_handle, came)
    return came


def one(record: SQSRecord) -> None:
    try:
        came = tried(record)
    except Exception as error:
        tell(error)
        raise
    match came:
        case timedelta():
            tick("LinkPutBack")
            raise NotNowError
        case Came.WRITTEN:
            tick("LinkWritten")
        case Came.STOOD_THERE:
            tick("LinkStoodThere")
        case Came.NOT_WRITTEN:
            tick("LinkNotWritten")


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    processor = BatchProcessor(event_type=EventType.SQS, raise_on_entire_batch_failure=False)
    return process_partial_response(
        event=event, record_handler=one, processor=processor, context=context
    )


at_start(table, vendors, put_back, lambda: setting(SITE))
