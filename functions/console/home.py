from datetime import datetime
from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.console.room import company, language, may, routes, shown
from shared import clock
from shared.domain.company import CompanyState
from shared.domain.expiry import over_at
from shared.domain.next_steps import Desk, is_open, steps
from shared.domain.progress import published
from shared.domain.rules import PUBLISH_STEP, THRESHOLD
from shared.domain.seat import COMPANY_MANAGE
from shared.pages import texts
from shared.pages.when import day, last_day
from shared.table.overviews import Overview, Overviews
from shared.wires import table

router = routes()
SHOWN = 5
"""Credits and links the first page names; the rest are on their own pages."""
FUNNEL = ("submitted", "verified", "counted")


@router.get("/console")
def home() -> Response[str]:
    now = clock.now()
    found = Overviews(table()).of(company(router, "progress:read"), now)
    mine = found.company
    if mine.state in {CompanyState.PENDING_REVIEW, CompanyState.REFUSED}:
        return shown(router, "waiting", "/console", {"company": mine}, place=mine.name)
    return shown(router, "home", "/console", _values(found, now), place=mine.name)


def _values(found: Overview, now: datetime) -> dict[str, Any]:
    said, locale, mine = published(found.head), language(router), found.company
    good = [lot for lot in found.credits if over_at(lot, mine) > now]
    links = found.links if found.is_whole else None
    waits = mine.terms_version != texts.current("company_terms", locale).version
    waits = waits and may(router, COMPANY_MANAGE)
    desk = Desk(links, found.orders, good, said.counted, terms_wait=waits)
    return {
        "company": mine,
        "progress": said,
        "threshold": THRESHOLD,
        "step": PUBLISH_STEP,
        "as_of": day(said.as_of, locale) if said.as_of else None,
        "lately": [(name, found.lately.of(name)) for name in FUNNEL],
        "credits": [last_day(over_at(lot, mine), locale) for lot in good[:SHOWN]],
        "more_credits": max(0, len(good) - SHOWN),
        "steps": _told(desk, now) if mine.state is CompanyState.ACTIVE else [],
        "links": [link for link in found.links if is_open(link, now)][-SHOWN:],
        "until": last_day(mine.usable_until, locale) if mine.usable_until else None,
        "may_write": may(router, "links:write"),
    }


def _told(desk: Desk, now: datetime) -> list[dict[str, str]]:
    locale = language(router)
    return [
        {
            "name": step.name,
            "about": step.about,
            "of": step.of,
            "by": last_day(step.by, locale) if step.by else "",
        }
        for step in steps(desk, now)
    ]
