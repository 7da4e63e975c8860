from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.console.room import company, language, query, routes, shown, start
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


@router.get(HERE)
def page() -> Response[str]:
    """Newest first."""
    mine, after = company(router, COMPANY_MANAGE), start(router, keys.AUDIT_PREFIX)
    found, following = Audits(table()).of_company(mine, limit=PAGE, after=after)
    owner, names = Rosters(table()).of(mine)
    told = {
        "rows": [(line, _lead(line.act.about)) for line in lines(found, names, language(router))],
        "cursor": query(router).get("cursor", ""),
        "following": programs.cursor(following),
    }
    return shown(router, "audit", HERE, told, place=owner.name)


def _lead(about: str) -> str | None:
    return f"{LEADS[about[:4]]}{about}" if about[:4] in LEADS else None


@router.get(f"{HERE}/csv")
def csv() -> Response[str]:
    mine, after = company(router, COMPANY_MANAGE), start(router, keys.AUDIT_PREFIX)
    found, following = Audits(table()).many(mine, most=FILE, after=after)
    _, names = Rosters(table()).of(mine)
    text = audit_sheet(found, names, language(router))
    goes_on = f"{HERE}/csv?cursor={programs.cursor(following)}" if following else None
    return spreadsheet(dated("audit-log", day(clock.now())), text, goes_on)
