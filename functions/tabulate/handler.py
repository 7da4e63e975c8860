from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.tabulate.flow import HEARD, tabulate
from shared import queue
from shared.contracts.events import Event
from shared.observe import logger, metrics, tick
from shared.settings import at_start
from shared.table.gatherings import Gatherings
from shared.wires import table


@cache
def gatherings() -> Gatherings:
    return Gatherings(table())


def one(fact: Event) -> None:
    assert isinstance(fact, HEARD), fact.detail_type
    tick("Tabulated" if tabulate(fact, to=gatherings()) else "TabulatedBefore")


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    return queue.each_fact(event, context, one)


at_start(gatherings)
