from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.place import (
    candidates,
    consented,
    cvs,
    duplicates,
    job_orders,
    leavings,
    messages,
    outcomes,
    provision_records,
    recommendations,
    register_amendments,
    registers,
)
from shared import desk, programs, web
from shared.edge import lock
from shared.observe import logger, metrics
from shared.settings import at_start
from shared.table.api_keys import ApiKeys
from shared.wires import table

app = programs.resolver()
ROUTES = (
    candidates,
    leavings,
    messages,
    duplicates,
    cvs,
    job_orders,
    recommendations,
    consented,
    outcomes,
    provision_records,
    registers,
    register_amendments,
)
for routes in ROUTES:
    app.include_router(routes.router)

admit = programs.admit(app, lambda: ApiKeys(table()), frozenset(), desk.scope)


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    return web.answer(app, event, context, before=admit)


at_start(table, lock, cvs.bucket)
