from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.agency import (
    adjustments,
    audit_log,
    companies,
    liability,
    registrations,
    reversals,
    rules,
)
from shared import programs, web
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
    rules,
)
for routes in ROUTES:
    app.include_router(routes.router)

admit = programs.admit(app, lambda: ApiKeys(table()), frozenset())


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    return web.answer(app, event, context, before=admit)


at_start(table, pepper, lock)
