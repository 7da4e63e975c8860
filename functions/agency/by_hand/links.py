"""/agency/companies/<id>/links: which are open, when somebody came last, how many there were."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.one_company import LIST, about, seen
from functions.agency.by_hand.room import shown
from shared import clock, programs
from shared.domain.ids import CompanyId
from shared.domain.next_steps import is_open
from shared.domain.series import Days
from shared.domain.tokyo import day as tokyo_day
from shared.pages.when import day, day_of, moment
from shared.rooms import caller, language, routes, start
from shared.table import keys
from shared.table.uses import Use, Uses
from shared.wires import table, visits

router = routes()
HERE: Final = f"{LIST}/<company_id>/links"
PAGE: Final = 50


@router.get(HERE)
def page(company_id: str) -> Response[str]:
    caller(router, "agency:read")
    named, now, after = CompanyId(company_id), clock.now(), start(router, keys.LINK_PREFIX)
    with seen():
        company, found, following = Uses(table()).page(named, limit=PAGE, after=after)
    days = _lately(tokyo_day(now))
    opened = visits().lately(named, [use.link.link_id for use in found], days)
    values = {
        **about(router, company, "links"),
        "rows": [_row(use, opened.get(use.link.link_id), now) for use in found],
        "since": day(days.since, language(router)),
        "following": programs.cursor(following),
        "is_later": after is not None,
    }
    return shown(router, "links", LIST, values)


def _lately(today: date) -> Days:
    """This month and the one before: visits are kept by the month."""
    before = today.replace(day=1) - timedelta(days=1)
    return Days(before.replace(day=1), today)


def _row(use: Use, opened: date | None, now: datetime) -> Mapping[str, Any]:
    locale, link = language(router), use.link
    return {
        "use": use,
        "link": link,
        "is_open": is_open(link, now),
        "closes": moment(link.closes_at, locale) if link.closes_at else None,
        "made": day_of(link.created_at, locale),
        "opened": day(opened, locale) if opened else None,
        "last": day(use.last_on, locale) if use.last_on else None,
    }
