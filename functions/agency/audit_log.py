from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query

from shared import clock, programs
from shared.acts import asking, said
from shared.contracts.allowed import MONTH
from shared.contracts.audit import AuditAnswer, AuditPage
from shared.table.audits import Audits
from shared.table.members import Members
from shared.wires import table

router = programs.routes()


@router.get("/v1/agency/audit-log", summary="Who did what in a month, newest first")
def page(
    month: Annotated[str, Query(pattern=MONTH)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[str, Query()] = "",
) -> Response[AuditPage]:
    """`month` as in 2026-03 (UTC); left out: this one."""
    asking(router, "agency:read")
    wanted = month or f"{clock.now():%Y-%m}"
    start = programs.after(cursor, wanted)
    found, following = Audits(table()).page(wanted, limit=limit, after=start)
    names = Members(table()).names()
    items = [AuditAnswer.of(act, names.get(act.who)) for act in found]
    return said(AuditPage(items=items, next_cursor=programs.cursor(following)))
