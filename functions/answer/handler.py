from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.answer import check_ins, consents, messages, unsubscribing
from shared import people, web
from shared.edge import lock
from shared.observe import logger, metrics
from shared.settings import at_start
from shared.wires import pepper, table

app = web.resolver(people.refuse)
for routes in (consents, messages, check_ins, unsubscribing):
    app.include_router(routes.router)


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    return web.answer(app, event, context, people.refuse)


at_start(table, pepper, lock, people.agency)
