from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.console.figures_form import asked, form
from functions.console.room import company, language, query, routes, seen, shown, words
from shared import clock
from shared.domain.company import Company
from shared.domain.figures import Cell
from shared.domain.ids import CompanyId, LinkId
from shared.domain.link import Link
from shared.domain.locale import Locale
from shared.domain.rules import PUBLISH_STEP
from shared.domain.series import Days, Granularity, Seen, Series, most_visited, over, series
from shared.domain.series import Figures as Over
from shared.domain.tokyo import day as day_of
from shared.forms import mistakes
from shared.pages import when
from shared.table.figures import Figures, fitting
from shared.wires import table, visits

router = routes()

HERE: Final = "/console/figures"
LINKS: Final = 10
"""Of so many links the page of all shows how they did, beside each other."""


@router.get("/console/figures")
def page() -> Response[str]:
    typed, locale = query(router), language(router)
    mine, today = company(router, "stats:read"), day_of(clock.now())
    link_id = LinkId(typed["link_id"]) if typed.get("link_id") else None
    days, granularity, wrong = asked(typed, today)
    visited = visits().seen(mine, link_id, days)
    named, link, cells, links = _read(mine, link_id, days, visited)
    found = series(days, granularity, cells, visited)
    said = {
        **form(typed, days, granularity, today),
        **_figures(found, locale),
        "link": link,
        "links": links,
        "as_of": when.day(today, locale),
        "mistakes": mistakes(wrong, words(router, "figures")["wrong"]),
    }
    return shown(router, "figures", HERE, said, place=named.name, status=422 if wrong else 200)


def _read(
    mine: CompanyId, link_id: LinkId | None, days: Days, visited: Mapping[Seen, int]
) -> tuple[Company, Link | None, Mapping[Cell, int], list[tuple[Link, Over]]]:
    """All links together, with those most people opened; or one of them. Raises NotFound."""
    figures = Figures(table())
    if link_id is None:
        first = most_visited(days, visited, min(LINKS, fitting(days)))
        named, cells, each = figures.of_links(mine, first, days)
        return named, None, cells, [(link, _of(link, days, own, visited)) for link, own in each]
    with seen():
        named, link, cells = figures.shown(mine, link_id, days)
    return named, link, cells, []


def _of(link: Link, days: Days, cells: Mapping[Cell, int], visited: Mapping[Seen, int]) -> Over:
    own = {one: times for one, times in visited.items() if one[0] == link.link_id}
    return over(days, cells, own)


def _figures(found: Series, locale: Locale) -> dict[str, Any]:
    days = found.whole.days
    return {
        "whole": found.whole,
        "parts": [(_name(part.days, found.granularity, locale), part) for part in found.parts],
        "since": when.day(days.since, locale),
        "until": when.day(days.until, locale),
        "parts_by": found.granularity,
        "step": PUBLISH_STEP,
        "is_empty": not any(found.whole.people.values()) and not found.whole.visits.total,
    }


def _name(days: Days, granularity: Granularity, locale: Locale) -> tuple[str, str]:
    """In full, and as short as an axis has room for."""
    if granularity is Granularity.MONTH:
        return when.month(
            days.since.year, days.since.month, locale
        ), f"{days.since.year}/{days.since.month}"
    return when.day(days.since, locale), f"{days.since.month}/{days.since.day}"
