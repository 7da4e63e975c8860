from datetime import UTC, datetime
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.expire.flow import expire
from shared.observe import logger, metrics, tick
from shared.settings import at_start
from shared.table.expiries import Expiries
from shared.wires import programme, table


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, int]:
    now = datetime.now(UTC)
    done = expire(expiries=Expiries(table()), rules=programme().at(now), now=now)
    tick("CreditNoticed", done["noticed"])
    tick("CreditExpired", done["expired"])
    tick("ExpiryRefused", done["refused"])
    return dict(done)


at_start(table)
