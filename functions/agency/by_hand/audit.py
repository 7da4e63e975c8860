"""/agency/audit: who did what in a month, newest first."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlencode

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.room import shown
from shared import clock, programs
from shared.domain import months
from shared.domain.audit import Audited
from shared.downloads import dated, spreadsheet
from shared.pages.audit import audit_sheet, lines
from shared.pages.when import named
from shared.rooms import caller, language, query, routes, start
from shared.rooms import month as asked_month
from shared.table.audits import Audits
from shared.table.members import Members
from shared.wires import table

router = routes()
HERE: Final = "/agency/audit"
LOG: Final = "agency_audit"
PAGE: Final = 50
LOOKED_THROUGH: Final = 500
"""Acts of a month in one request, of which one person's are shown."""
FILE: Final = 5_000
LEADS: Final = {
    "co": "/agency/companies/",
    "reg": "/agency/registrations/",
    "cnd": "/agency/candidates/",
    "cpl": "/agency/complaints/",
    "rgt": "/agency/rights/",
}
"""What an act is about that has a page."""


@router.get(HERE)
def page() -> Response[str]:
    month, who, after = _asked()
    names = Members(table()).names()
    limit = LOOKED_THROUGH if who else PAGE
    found, following = Audits(table()).page(month, limit=limit, after=after)
    told = {
        "rows": [(line, _lead(line.act.about)) for line in _lines(_of(who, found), names)],
        "people": names,
        "who": who,
        "month": month,
        "months": _months(month),
        "is_later": after is not None,
        "asked": _there(month, who, query(router).get("cursor")),
        "kept": _there(month, who, None),
        "following": programs.cursor(following),
    }
    return shown(router, "audit", HERE, told)


@router.get(f"{HERE}/csv")
def csv() -> Response[str]:
    month, who, after = _asked()
    names = Members(table()).names()
    found, following = Audits(table()).many_of(month, most=FILE, after=after)
    text = audit_sheet(_of(who, found), names, language(router), LOG)
    goes_on = _there(month, who, programs.cursor(following)) if following else None
    there = f"{HERE}/csv?{goes_on}" if goes_on else None
    return spreadsheet(f"{dated('agency-audit-log', None)}-{month}", text, there)


def _asked() -> tuple[str, str, str | None]:
    """The month, whose acts, and where the page starts. Raises InvalidRequest."""
    caller(router, "agency:read")
    month = asked_month(router, f"{clock.now():%Y-%m}")
    return month, query(router).get("who", ""), start(router, month)


def _of(who: str, found: Sequence[Audited]) -> Sequence[Audited]:
    return [act for act in found if not who or act.who == who]


def _lines(found: Sequence[Audited], names: Mapping[str, str]) -> list[Any]:
    return lines(found, names, language(router), LOG)


def _lead(about: str) -> str | None:
    """A pair of files is no page."""
    kind = about.partition("_")[0]
    return f"{LEADS[kind]}{about}" if kind in LEADS and "~" not in about else None


def _there(month: str, who: str, cursor: str | None) -> str:
    said = {"month": month, "who": who, "cursor": cursor or ""}
    return urlencode({name: value for name, value in said.items() if value})


def _months(month: str) -> dict[str, Any]:
    """This one by name, and those beside it; none comes after the present one."""
    return {
        "name": named(month, language(router)),
        "before": months.before(month),
        "after": months.after(month) if month < f"{clock.now():%Y-%m}" else None,
    }
