from typing import Annotated, Final, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query

from functions.manage.wires import origin
from shared import clock, programs, request, web
from shared.acts import asking
from shared.contracts.audit import AuditAnswer, AuditPage
from shared.domain.ids import CompanyId
from shared.domain.seat import COMPANY_MANAGE
from shared.domain.tokyo import day
from shared.downloads import dated, forms, spreadsheet
from shared.pages.audit import audit_sheet
from shared.table import keys
from shared.table.audits import Audits
from shared.table.rosters import Rosters
from shared.wires import table

router = programs.routes()
PAGE: Final = 50
FILE: Final = 5_000


@router.get(
    "/v1/audit-log",
    summary="Who did what for the company, newest first",
    description=(
        "With `format=csv` for a spreadsheet, in the company's language: up to "
        f'{FILE:,} entries, and on where `Link: <...>; rel="next"` says.'
    ),
    responses=forms(AuditPage),
)
def page(
    limit: Annotated[int | None, Query(ge=1, le=100)] = None,
    cursor: Annotated[str, Query()] = "",
    format: Annotated[Literal["json", "csv"], Query()] = "json",
) -> Response[AuditPage | str]:
    mine = asking(router, COMPANY_MANAGE).company_for(COMPANY_MANAGE)
    start = programs.after(cursor, keys.AUDIT_PREFIX)
    if format == "csv":
        return _csv(mine, limit or FILE, start)
    found, following = Audits(table()).of_company(mine, limit=limit or PAGE, after=start)
    _, names = Rosters(table()).of(mine)
    items = [AuditAnswer.of(act, names.get(act.who)) for act in found]
    answer = AuditPage(items=items, next_cursor=programs.cursor(following))
    return Response(200, request.JSON, answer, headers=web.SAFE)


def _csv(mine: CompanyId, most: int, start: str | None) -> Response[AuditPage | str]:
    found, following = Audits(table()).many(mine, most=most, after=start)
    company, names = Rosters(table()).of(mine)
    size = f"&limit={most}" if most < FILE else ""
    there = f"{origin(router)}/v1/audit-log?format=csv{size}&cursor="
    goes_on = f"{there}{programs.cursor(following)}" if following else None
    text = audit_sheet(found, names, company.locale)
    return spreadsheet(dated("audit-log", day(clock.now())), text, goes_on)
