from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.grant.flow import grant
from shared import clock, queue
from shared.contracts.events import Event, MilestoneReached
from shared.contracts.wire import midnight
from shared.mint import mint
from shared.observe import logger, metrics, tick
from shared.settings import at_start
from shared.table.ledgers import Ledgers
from shared.wires import programme, table


@cache
def ledgers() -> Ledgers:
    return Ledgers(table())


def one(fact: Event) -> None:
    assert isinstance(fact, MilestoneReached)
    now = clock.now()
    credit_id = mint("crd", midnight(now.date()))
    granted = grant(fact, credit_id, ledgers=ledgers(), programme=programme(), now=now)
    tick("CreditGranted" if granted else "CreditGrantRepeated")


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    return queue.each_fact(event, context, one)


at_start(ledgers)
