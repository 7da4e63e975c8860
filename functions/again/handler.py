from typing import Any, Final

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.again.flow import again
from shared import clock
from shared.observe import logger, metrics, tick
from shared.settings import at_start
from shared.table.messages import Messages
from shared.wires import table, tickets

LEFT_MS: Final = 5_000
"""What is enough to end."""


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, int]:
    done = again(
        messages=Messages(table()),
        tickets=tickets(),
        now=clock.now(),
        in_time=lambda: context.get_remaining_time_in_millis() > LEFT_MS,
    )
    tick("WebhookAgain", done["queued"])
    tick("WebhookAgainRefused", done["refused"])
    return {"queued": done["queued"], "refused": done["refused"]}


at_start(table, tickets)
