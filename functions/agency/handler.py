from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.agency import (
    adjustments,
    audit_log,
    companies,
    liability,
    members,
    registrations,
    reversals,
    rules,
)
from shared import desk, programs, web
from shared.edge import lock
from shared.observe import logger, metrics
from shared.settings import at_start
from shared.table.api_keys import ApiKeys
from shared.wires import pepper, table

app = programs.resolver()
ROUTES = (
    companies,
    registrations,
    reversals,
    adjustments,
    liability,
    audit_log,
    members,
    rules,
)
for routes in ROUTES:
    app.include_router(routes.router)

admit = programs.admit(app, lambda: ApiKeys(table()), frozenset(), desk.scope)


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    return web.answer(app, event, context, before=admit)


at_start(table, pepper, lock)
