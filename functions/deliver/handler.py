import json
import random
from datetime import datetime
from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.deliver.flow import Delivery
from functions.deliver.health_flow import note
from functions.deliver.posting import Posting
from shared import clock
from shared.contracts.ticket import TicketRead
from shared.domain.endpoint import Endpoint
from shared.domain.redelivery import Outcome
from shared.observe import logger, metrics, tick
from shared.queue import telling
from shared.settings import at_start
from shared.table.endpoints import Endpoints
from shared.table.messages import Messages
from shared.webhooks.sending import Wire, trusting
from shared.wires import sealed, table, tickets

TICKS = {
    "Delivered": "WebhookDelivered",
    "Again": "WebhookFailed",
    "GivenUp": "WebhookGivenUp",
    "Gone": "WebhookGone",
}
_CHANCE = random.SystemRandom()


@cache
def posting() -> Posting:
    return Posting(sealed(), Wire(trusting()))


def noted(endpoint: Endpoint, outcome: Outcome, now: datetime) -> None:
    if note(endpoint, outcome, endpoints=Endpoints(table()), now=now):
        tick("WebhookDisabled")


def one(record: SQSRecord) -> None:
    ticket = TicketRead.model_validate(json.loads(record.body)).ticket()
    delivery = Delivery(
        Messages(table()),
        Endpoints(table()),
        tickets(),
        posting(),
        noted,
        clock.now,
        _CHANCE.random,
    )
    if name := TICKS.get(delivery.deliver(ticket)):
        tick(name)


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    processor = BatchProcessor(event_type=EventType.SQS, raise_on_entire_batch_failure=False)
    return process_partial_response(
        event=event, record_handler=telling(one), processor=processor, context=context
    )


at_start(table, tickets, posting)
