from datetime import UTC, datetime
from typing import Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.agency import cvs, job_orders
from shared import people, programs, request, web
from shared.contracts.statement import ProgressAnswer
from shared.domain.access import Caller
from shared.domain.ids import CompanyId
from shared.domain.progress import exact
from shared.edge import lock
from shared.observe import logger, metrics
from shared.settings import at_start
from shared.table.api_keys import ApiKeys
from shared.table.companies import Companies
from shared.table.ledgers import Ledgers
from shared.wires import pepper, table

app = programs.resolver()
app.include_router(cvs.router)
app.include_router(job_orders.router)


@app.get("/v1/agency/companies/<company_id>/progress", summary="A company's exact figures, now")
def progress(company_id: str) -> Response[ProgressAnswer]:
    asking: Caller = app.context["caller"]
    asking.check("agency:read")
    now = datetime.now(UTC)
    Companies(table()).find(CompanyId(company_id))
    tally, head = Ledgers(table()).tally_and_head(CompanyId(company_id))
    answer = ProgressAnswer.of(exact(tally, head), as_of=now)
    return Response(200, request.JSON, answer, headers=web.SAFE)


admit = programs.admit(app, lambda: ApiKeys(table()), frozenset())


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    return web.answer(app, event, context, before=admit)


at_start(table, pepper, lock, people.agency, cvs.bucket)
