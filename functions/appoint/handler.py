from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.appoint.flow import appoint
from shared import clock
from shared.observe import logger, metrics, tick
from shared.settings import at_start
from shared.table.members import Members
from shared.wires import pepper, table


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, bool]:
    """`{"name": "...", "email": "..."}`. Who they are is never logged."""
    now = clock.now()
    new = appoint(
        event["name"], event["email"], members=Members(table()), secrecy=pepper(), now=now
    )
    tick("ManagerAppointed" if new else "ManagerAppointedBefore")
    return {"new": new}


at_start(table, pepper)
