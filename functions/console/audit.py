from collections.abc import Mapping
from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.console.room import company, language, routes, shown
from shared import clock, programs
from shared.domain.seat import COMPANY_MANAGE
from shared.domain.tokyo import day
from shared.downloads import dated, spreadsheet
from shared.pages.audit import audit_sheet, lines
from shared.table import keys
from shared.table.audits import Audits
from shared.table.rosters import Rosters
from shared.wires import table

router = routes()
HERE: Final = "/console/audit"
PAGE: Final = 50
FILE: Final = 5_000
"""Entries in one file; it goes on where the page is turned to."""
LEADS: Final = {"lnk_": "/console/links/", "job_": "/console/job-orders/"}
"""What an act is about that has a page."""


def _cursor() -> str:
    query: Mapping[str, str] = router.current_event.raw_event.get("queryStringParameters") or {}
    return query.get("cursor", "")


@router.get(HERE)
def page() -> Response[str]:
    """Newest first."""
    mine, cursor = company(router, COMPANY_MANAGE), _cursor()
    start = programs.after(cursor, keys.AUDIT_PREFIX)
    found, following = Audits(table()).of_company(mine, limit=PAGE, after=start)
    owner, names = Rosters(table()).of(mine)
    told = {
        "rows": [(line, _lead(line.act.about)) for line in lines(found, names, language(router))],
        "cursor": cursor,
        "following": programs.cursor(following),
    }
    return shown(router, "audit", HERE, told, place=owner.name)


def _lead(about: str) -> str | None:
    return f"{LEADS[about[:4]]}{about}" if about[:4] in LEADS else None


@router.get(f"{HERE}/csv")
def csv() -> Response[str]:
    mine = company(router, COMPANY_MANAGE)
    start = programs.after(_cursor(), keys.AUDIT_PREFIX)
    found, following = Audits(table()).many(mine, most=FILE, after=start)
    _, names = Rosters(table()).of(mine)
    text = audit_sheet(found, names, language(router))
    goes_on = f"{HERE}/csv?cursor={programs.cursor(following)}" if following else None
    return spreadsheet(dated("audit-log", day(clock.now())), text, goes_on)
