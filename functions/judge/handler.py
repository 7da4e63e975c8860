from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.judge.flow import Judge
from functions.judge.removed_flow import close_removed
from shared import clock
from shared.observe import logger, metrics, tell, tick
from shared.settings import at_start
from shared.table.referrals import Referrals
from shared.table.registrations import Registrations
from shared.table.removals import Removals
from shared.table.voids import Voids
from shared.wires import pepper, programme, table


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, int]:
    """By the clock, or by hand; it asks for nothing."""
    registrations = Registrations(table())
    judge = Judge(registrations, Referrals(table()), pepper(), programme(), tell, now=clock.now())
    voided, left = judge.void(Voids(table()))
    judged, refused = judge.release(registrations)
    closed, waits = close_removed(Removals(table()), tell=tell, now=judge.now)
    tick("ConnectionLinksClosed", closed)
    tick("HoldJudged", judged)
    tick("Voided", voided)
    refused += left + waits
    tick("JudgeRefused", refused)
    return {"judged": judged, "voided": voided, "closed": closed, "refused": refused}


at_start(table, pepper, programme)
