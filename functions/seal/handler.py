from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.seal.flow import seal
from functions.seal.settling_flow import settle
from shared import clock, queue
from shared.contracts.events import (
    CreditAdjusted,
    CreditGranted,
    CreditReleased,
    CreditRestored,
    Event,
    ReferralCounted,
)
from shared.domain.ids import CompanyId
from shared.observe import logger, metrics, tick
from shared.settings import at_start
from shared.table.ledgers import Ledgers
from shared.table.settlements import Settlements
from shared.wires import programme, table


@cache
def ledgers() -> Ledgers:
    return Ledgers(table())


@cache
def settlements() -> Settlements:
    return Settlements(table())


def one(fact: Event) -> None:
    """A grant makes room too: what waited behind its milestone can show now."""
    now, rules = clock.now(), programme()
    match fact:
        case CreditReleased() | CreditRestored() | CreditAdjusted():
            company_id = CompanyId(fact.company_id)
            paid = settle(company_id, settlements=settlements(), programme=rules, now=now)
            tick("Settled", paid)
        case ReferralCounted() | CreditGranted():
            company_id = CompanyId(fact.company_id)
            tick("Sealed", seal(company_id, ledgers=ledgers(), programme=rules, now=now))
        case _:
            raise AssertionError(f"seal is not told of {fact.detail_type}")


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    return queue.each_fact(event, context, one)


at_start(ledgers)
