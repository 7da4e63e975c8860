from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.manage import (
    api_keys,
    ats_connections,
    audit_log,
    by_session,
    companies,
    company,
    imports,
    job_orders,
    leaving,
    ledger,
    links,
    members,
    openapi,
    qr,
    recommendations,
    rejections,
    relays,
    reservations,
    rules,
    snippets,
    statements,
    stats,
    verifier,
    voids,
    webhook_deliveries,
    webhook_endpoints,
)
from shared import people, programs, web
from shared.domain.pace import pace_of
from shared.edge import lock
from shared.observe import logger, metrics
from shared.settings import at_start
from shared.table.api_keys import ApiKeys
from shared.wires import pepper, sealed, table, tickets, visits

app = programs.resolver()
ROUTES = (
    companies,
    company,
    links,
    voids,
    qr,
    snippets,
    rejections,
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
    webhook_endpoints,
    webhook_deliveries,
    imports,
    ats_connections,
    openapi,
)
for routes in ROUTES:
    app.include_router(routes.router)

by_key = programs.admit(
    app,
    lambda: ApiKeys(table()),
    frozenset({"/v1/companies", "/v1/openapi.json", verifier.PATH}),
    pace=pace_of,
)
by_hand = by_session.admit(app, lambda: ApiKeys(table()))


def admit(event: dict[str, Any]) -> None:
    (by_hand if by_session.asks(event["rawPath"]) else by_key)(event)


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    return web.answer(app, event, context, before=admit)


at_start(table, pepper, lock, people.agency, visits, sealed, tickets)
