from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.approve.flow import approve
from shared import clock
from shared.domain.errors import AlreadyDone
from shared.domain.ids import CompanyId
from shared.observe import logger, metrics, tick
from shared.settings import at_start
from shared.table.companies import Companies
from shared.wires import table


@cache
def companies() -> Companies:
    return Companies(table())


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, str]:
    """`{"company_id": "co_..."}`. Approving twice is approving once."""
    company_id = CompanyId(event["company_id"])
    try:
        approve(company_id, companies=companies(), now=clock.now())
        tick("CompanyApproved")
    except AlreadyDone:
        tick("CompanyApprovedBefore")
    return {"company_id": company_id, "status": companies().find(company_id).state}


at_start(companies)
