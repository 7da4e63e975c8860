from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.me import (
    address,
    blocked,
    consents,
    cv,
    details,
    exporting,
    home,
    leaving,
    messages,
    not_me,
    provisions,
)
from shared import people, signed_in, web
from shared.domain.seat import Kind
from shared.edge import lock
from shared.observe import logger, metrics
from shared.settings import at_start
from shared.wires import pepper, table

app = web.resolver(signed_in.refuse)
ROUTES = (
    home,
    messages,
    consents,
    provisions,
    blocked,
    details,
    address,
    cv,
    exporting,
    leaving,
    not_me,
)
for routes in ROUTES:
    app.include_router(routes.router)

session_first = signed_in.admit(app, Kind.CANDIDATE, frozenset({leaving.GONE}))


def admit(event: dict[str, Any]) -> None:
    """Who never asked for a mail has no session."""
    if not event["rawPath"].startswith(not_me.BELOW):
        session_first(event)


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    return web.answer(app, event, context, signed_in.refuse, before=admit)


at_start(table, pepper, lock, people.agency, cv.bucket)
