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
from functions.place.by_hand.routes import PAGES
from shared import desk, people, programs, signed_acts, signed_in, web
from shared.domain.seat import Kind
from shared.edge import lock
from shared.observe import logger, metrics
from shared.settings import at_start
from shared.table.api_keys import ApiKeys
from shared.wires import pepper, table

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


by_hand = signed_acts.resolver()
for page in PAGES:
    by_hand.include_router(page.router)
seated = signed_in.admit(by_hand, Kind.AGENCY)


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    if event["rawPath"].startswith("/v1/"):
        return web.answer(app, event, context, before=admit)
    return web.answer(by_hand, event, context, signed_in.refuse, before=seated)


at_start(table, pepper, lock, people.agency, cvs.bucket)
