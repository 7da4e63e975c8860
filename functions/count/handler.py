from typing import Any

from aws_lambda_powertools.utilities.batch import (
    SqsFifoPartialProcessor,
    process_partial_response,
)
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.count.flow import count
from shared import clock
from shared.contracts.events import RegistrationVerified
from shared.observe import logger, metrics, tick
from shared.queue import telling
from shared.settings import at_start
from shared.table.referrals import Referrals
from shared.table.registrations import Registrations
from shared.wires import pepper, programme, table


def one(record: SQSRecord) -> None:
    counted = count(
        RegistrationVerified.model_validate_json(record.body),
        registrations=Registrations(table()),
        referrals=Referrals(table()),
        secrecy=pepper(),
        programme=programme(),
        now=clock.now(),
    )
    tick("QueuedCount" if counted else "QueuedCountRepeated")


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    processor = SqsFifoPartialProcessor(skip_group_on_error=True)
    processor.raise_on_entire_batch_failure = False
    return process_partial_response(
        event=event, record_handler=telling(one), processor=processor, context=context
    )


at_start(table, pepper, programme)
