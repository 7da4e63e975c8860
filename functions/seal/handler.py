from datetime import UTC, datetime
from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.seal.flow import seal
from shared import queue
from shared.contracts.events import CreditGranted, Event, ReferralCounted
from shared.domain.ids import CompanyId
from shared.observe import logger, metrics, tick
from shared.settings import at_start
from shared.table.ledgers import Ledgers
from shared.wires import table


@cache
def ledgers() -> Ledgers:
    return Ledgers(table())


def one(fact: Event) -> None:
    """A grant makes room too: what waited behind its milestone can show now."""
    assert isinstance(fact, ReferralCounted | CreditGranted)
    tick("Sealed", seal(CompanyId(fact.company_id), ledgers=ledgers(), now=datetime.now(UTC)))


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    return queue.each_fact(event, context, one)


at_start(ledgers)
