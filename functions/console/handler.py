from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.console import (
    audit,
    connection,
    connection_deliveries,
    connection_removal,
    connection_trial,
    connections,
    credits,
    csv_columns,
    csv_import,
    csv_plan,
    figures,
    guides,
    home,
    introduced,
    job_order,
    job_orders,
    keys,
    leaving,
    ledger,
    link,
    links,
    member,
    members,
    papers,
    profile,
    relays,
    rotation,
    rules,
    saving,
    sentences,
    terms,
    voids,
    webhook,
    webhook_ends,
    webhook_log,
    webhooks,
)
from shared import people, signed_acts, signed_in, web
from shared.domain.seat import Kind
from shared.edge import lock
from shared.observe import logger, metrics
from shared.settings import at_start
from shared.wires import pepper, sealed, table, tickets, visits

app = signed_acts.resolver()
ROUTES = (
    *(home, figures, links, link, rotation, voids, papers, sentences, guides, profile),
    *(job_orders, job_order, introduced, credits, ledger, saving, relays, leaving),
    *(members, member, keys, audit, rules, terms),
    *(webhooks, webhook, webhook_ends, webhook_log),
    *(csv_import, csv_columns, csv_plan),
    *(connections, connection, connection_deliveries, connection_trial, connection_removal),
)
for routes in ROUTES:
    app.include_router(routes.router)

admit = signed_in.admit(app, Kind.COMPANY)


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    return web.answer(app, event, context, signed_in.refuse, before=admit)


at_start(table, pepper, lock, people.agency, visits, sealed, tickets)
