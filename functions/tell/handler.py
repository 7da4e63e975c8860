from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.tell.flow import tell
from shared import clock, queue
from shared.contracts.events import Event
from shared.observe import logger, metrics, tick
from shared.settings import at_start
from shared.table.endpoints import Endpoints
from shared.table.messages import Messages
from shared.webhooks.message_id import message_id
from shared.wires import table, tickets


def one(fact: Event) -> None:
    done = tell(
        fact,
        endpoints=Endpoints(table()),
        messages=Messages(table()),
        tickets=tickets(),
        named=message_id,
        now=clock.now(),
    )
    tick("WebhookTold", done["told"])
    tick("WebhookNoted", done["noted"])


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    return queue.each_fact(event, context, one)


at_start(table, tickets)
