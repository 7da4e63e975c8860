from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.expire.endings_flow import end
from functions.expire.flow import expire
from shared import clock
from shared.observe import logger, metrics, tick
from shared.settings import at_start
from shared.table.endings import Endings
from shared.table.expiries import Expiries
from shared.table.job_orders import JobOrders
from shared.wires import programme, table


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, int]:
    now = clock.now()
    core, rules = table(), programme().at(now)
    closed = end(endings=Endings(core), orders=JobOrders(core), rules=rules, now=now)
    done = closed + expire(expiries=Expiries(core), rules=rules, now=now)
    tick("JobOrderClosed", done["closed"])
    tick("CreditNoticed", done["noticed"])
    tick("CreditExpired", done["expired"])
    tick("ExpiryRefused", done["refused"])
    return dict(done)


at_start(table)
