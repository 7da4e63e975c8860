import random
from functools import cache
from typing import Any, Final

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.poll.flow import hand_out
from shared import clock
from shared.aws import clients
from shared.aws.turns import Turns
from shared.observe import logger, metrics, tick
from shared.settings import ASK_QUEUE_URL, at_start, setting
from shared.table.marks import Marks
from shared.wires import table

CHANCE: Final = random.SystemRandom()


@cache
def turns() -> Turns:
    return Turns(setting(ASK_QUEUE_URL), clients.sqs())


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, int]:
    """By the clock, or by hand; it asks for nothing."""
    handed, refused = hand_out(
        marks=Marks(table()), turns=turns(), now=clock.now(), chance=CHANCE.random
    )
    tick("TurnHandedOn", handed)
    tick("TurnRefused", refused)
    return {"handed": handed, "refused": refused}


at_start(table, turns)
