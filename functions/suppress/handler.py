import json
from datetime import datetime
from typing import Any

from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.suppress.flow import free, suppress
from functions.suppress.reading import Feedback, read
from shared import clock
from shared.contracts.events import MailBounced
from shared.domain.ids import RegistrationId
from shared.observe import logger, metrics, tick
from shared.queue import telling
from shared.settings import at_start
from shared.table.mails import Mails
from shared.table.referrals import Referrals
from shared.table.registrations import Registrations
from shared.wires import pepper, table


def one(record: SQSRecord) -> None:
    feedback = read(json.loads(record.body))
    if feedback is None:
        return
    now = clock.now()
    for n, address in enumerate(feedback.addresses):
        bounced = MailBounced(
            event_id=f"bounced:{feedback.message_id}:{n}",
            occurred_at=now,
            kind=feedback.kind,
            registration_id=feedback.registration_id,
        )
        new = suppress(address, bounced, mails=Mails(table()), secrecy=pepper(), now=now)
        tick("AddressSuppressed" if new else "AddressSuppressedBefore")
    _free(feedback, now)


def _free(feedback: Feedback, now: datetime) -> None:
    """A complaint's mail did arrive: its code may still be typed."""
    if feedback.kind != "bounce" or feedback.registration_id is None:
        return
    registration_id = RegistrationId(feedback.registration_id)
    free(
        registration_id,
        registrations=Registrations(table()),
        referrals=Referrals(table()),
        secrecy=pepper(),
        now=now,
    )


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    processor = BatchProcessor(event_type=EventType.SQS, raise_on_entire_batch_failure=False)
    return process_partial_response(
        event=event, record_handler=telling(one), processor=processor, context=context
    )


at_start(table, pepper)
