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
from functions.agency.by_hand import counts
from functions.agency.by_hand.routes import PAGES
from shared import desk, people, programs, signed_acts, signed_in, web
from shared.domain.seat import Kind
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


by_hand = signed_acts.resolver()
for page in PAGES:
    by_hand.include_router(page.router)
seated = signed_in.admit(by_hand, Kind.AGENCY, unattended=frozenset({counts.HERE}))


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    if event["rawPath"].startswith("/v1/"):
        return web.answer(app, event, context, before=admit)
    return web.answer(by_hand, event, context, signed_in.refuse, before=seated)


at_start(table, pepper, lock, people.agency)
