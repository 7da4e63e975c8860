from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.relay.flow import relay
from shared import clock, queue
from shared.contracts.events import CandidateJoined, Event
from shared.observe import logger, metrics, tick
from shared.settings import at_start
from shared.table.candidate_files import CandidateFiles
from shared.table.relays import Relays
from shared.wires import table


@cache
def relays() -> Relays:
    return Relays(table())


def one(fact: Event) -> None:
    assert isinstance(fact, CandidateJoined)
    handed_on = relay(fact, relays=relays(), files=CandidateFiles(table()), now=clock.now())
    tick("HandedOn" if handed_on else "NotHandedOn")


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    return queue.each_fact(event, context, one)


at_start(relays)
