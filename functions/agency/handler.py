from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.agency import (
    adjustments,
    audit_log,
    companies,
    cvs,
    job_orders,
    liability,
    registrations,
    restores,
    reversals,
    rules,
)
from shared import people, programs, web
from shared.edge import lock
from shared.observe import logger, metrics
from shared.settings import at_start
from shared.table.api_keys import ApiKeys
from shared.wires import pepper, table

app = programs.resolver()
app.include_router(companies.router)
app.include_router(registrations.router)
app.include_router(reversals.router)
app.include_router(adjustments.router)
app.include_router(restores.router)
app.include_router(liability.router)
app.include_router(audit_log.router)
app.include_router(cvs.router)
app.include_router(job_orders.router)
app.include_router(rules.router)

admit = programs.admit(app, lambda: ApiKeys(table()), frozenset())


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    return web.answer(app, event, context, before=admit)


at_start(table, pepper, lock, people.agency, cvs.bucket)
