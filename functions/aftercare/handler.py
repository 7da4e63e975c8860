from datetime import datetime
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.aftercare.flow import aftercare
from shared import clock
from shared.observe import logger, measure, metrics, tick
from shared.settings import at_start
from shared.table.candidate_files import CandidateFiles
from shared.table.check_ins import CheckIns
from shared.wires import table


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, int]:
    """By the clock; or by hand with `as_of`, a moment it is then taken to be."""
    said = event.get("as_of")
    now = datetime.fromisoformat(said) if said else clock.now()
    check_ins = CheckIns(table())
    overdue = check_ins.overdue_contacts(now)
    measure({"ContactOverdue": overdue})
    done = aftercare(check_ins=check_ins, files=CandidateFiles(table()), now=now)
    tick("CheckInSaid", done["said"])
    tick("CheckInPassed", done["passed"])
    tick("CheckInRefused", done["refused"])
    return {**done, "overdue": overdue}


at_start(table)
