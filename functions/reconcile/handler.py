import time
from dataclasses import asdict
from typing import Any, Final

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.reconcile.flow import PAUSES, reconcile, say
from shared import clock
from shared.observe import logger, metrics, tick
from shared.settings import at_start
from shared.table.books import Books
from shared.table.outboxes import Outboxes
from shared.wires import table

SHOWN: Final = 100
"""Differences an answer holds; the log has them all."""


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """By the clock, or by hand; it asks for nothing and mends nothing.

    `{"looks": 1}`, by hand alone, is a quick look: it waits for nobody, so a company that counts
    meanwhile may be named, and the operators told of it. The clock looks as often as it takes.
    """
    now, outbox, looks = clock.now(), Outboxes(table()), event.get("looks", len(PAUSES))
    account = reconcile(books=Books(table()), outbox=outbox, now=now, pause=time.sleep, looks=looks)
    for difference in account.differences:
        logger.error("difference", **asdict(difference))
    tick("Reconciled", account.companies)
    tick("ReconcileDifference", len(account.differences))
    tick("ReconcileRestless", len(account.restless))
    say(account, outbox=outbox, now=now)
    shown = [asdict(difference) for difference in account.differences[:SHOWN]]
    return {
        "companies": account.companies,
        "differences": len(account.differences),
        "shown": shown,
        "restless": list(account.restless),
    }


at_start(table)
