from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.manage import (
    api_keys,
    audit_log,
    by_session,
    companies,
    company,
    job_orders,
    leaving,
    ledger,
    links,
    members,
    openapi,
    qr,
    recommendations,
    relays,
    reservations,
    rules,
    snippets,
    statements,
    stats,
    verifier,
    voids,
)
from shared import people, programs, web
from shared.edge import lock
from shared.observe import logger, metrics
from shared.settings import at_start
from shared.table.api_keys import ApiKeys
from shared.wires import pepper, table, visits

app = programs.resolver()
ROUTES = (
    companies,
    company,
    links,
    voids,
    qr,
    snippets,
    rules,
    job_orders,
    reservations,
    recommendations,
    relays,
    statements,
    stats,
    ledger,
    verifier,
    leaving,
    members,
    api_keys,
    audit_log,
    openapi,
)
for routes in ROUTES:
    app.include_router(routes.router)

by_key = programs.admit(
    app,
    lambda: ApiKeys(table()),
    frozenset({"/v1/companies", "/v1/openapi.json", verifier.PATH}),
)
by_hand = by_session.admit(app, lambda: ApiKeys(table()))


def admit(event: dict[str, Any]) -> None:
    (by_hand if by_session.asks(event["rawPath"]) else by_key)(event)


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    return web.answer(app, event, context, before=admit)


at_start(table, pepper, lock, people.agency, visits)
