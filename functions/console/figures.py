from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.console.room import ROOM, company, routes, shown
from shared import clock, signed_in
from shared.domain.company import Company
from shared.domain.errors import InvalidRequest, LinkNotFound, NotFound
from shared.domain.figures import Cell
from shared.domain.ids import CompanyId, LinkId
from shared.domain.link import Link
from shared.domain.locale import Locale
from shared.domain.rules import PUBLISH_STEP
from shared.domain.series import Days, Granularity, Seen, Series, most_visited, over, series
from shared.domain.series import Figures as Over
from shared.domain.tokyo import day as day_of
from shared.pages import when
from shared.table.figures import Figures, fitting
from shared.wires import table, visits

router = routes()

HERE: Final = "/console/figures"
SPANS: Final = {"30": Granularity.DAY, "90": Granularity.WEEK, "365": Granularity.MONTH}
"""What one touch shows: so many days, and in which parts."""
LINKS: Final = 10
"""Of so many links the page of all shows how they did, beside each other."""


@router.get("/console/figures")
def page() -> Response[str]:
    event: Mapping[str, Any] = router.current_event.raw_event
    typed: Mapping[str, str] = event.get("queryStringParameters") or {}
    locale = signed_in.locale_of(event, signed_in.session(router))
    mine, today = company(router, "stats:read"), day_of(clock.now())
    link_id = LinkId(typed["link_id"]) if typed.get("link_id") else None
    days, granularity, wrong = _asked(typed, today)
    seen = visits().seen(mine, link_id, days)
    named, link, cells, links = _read(mine, link_id, days, seen)
    found = series(days, granularity, cells, seen)
    said = {
        **_form(typed, days, granularity, today),
        **_figures(found, locale),
        "link": link,
        "links": links,
        "as_of": when.day(today, locale),
        "mistakes": {name: _sentence(name, wrong[name], locale) for name in wrong},
    }
    return shown(router, "figures", HERE, said, place=named.name, status=422 if wrong else 200)


def _read(
    mine: CompanyId, link_id: LinkId | None, days: Days, seen: Mapping[Seen, int]
) -> tuple[Company, Link | None, Mapping[Cell, int], list[tuple[Link, Over]]]:
    """All links together, with those most people opened; or one of them. Raises NotFound."""
    figures = Figures(table())
    if link_id is None:
        first = most_visited(days, seen, min(LINKS, fitting(days)))
        named, cells, each = figures.of_links(mine, first, days)
        return named, None, cells, [(link, _of(link, days, own, seen)) for link, own in each]
    try:
        named, link, cells = figures.shown(mine, link_id, days)
    except LinkNotFound as missing:
        raise NotFound("no such link") from missing
    return named, link, cells, []


def _of(link: Link, days: Days, cells: Mapping[Cell, int], seen: Mapping[Seen, int]) -> Over:
    own = {one: times for one, times in seen.items() if one[0] == link.link_id}
    return over(days, cells, own)


def _asked(typed: Mapping[str, str], today: date) -> tuple[Days, Granularity, dict[str, str]]:
    """What cannot be is named, and the usual shown in its place."""
    wrong, said = dict[str, str](), dict[str, date | None]()
    for name in ("from", "to"):
        try:
            said[name] = date.fromisoformat(typed[name]) if typed.get(name) else None
        except ValueError:
            wrong[name] = "malformed"
    kind = typed.get("granularity") or Granularity.DAY
    if kind not in [*Granularity]:
        wrong["granularity"] = "malformed"
    try:
        if not wrong:
            return Days.asked(said["from"], said["to"], today), Granularity(kind), {}
    except InvalidRequest as refused:
        wrong |= refused.fields
    return Days.asked(None, None, today), Granularity.DAY, wrong


def _sentence(name: str, code: str, locale: Locale) -> str:
    said: Mapping[str, str] = ROOM.words(locale, "figures")["wrong"]
    return said[f"{name}-{code}"]


def _form(
    typed: Mapping[str, str], days: Days, granularity: Granularity, today: date
) -> dict[str, Any]:
    usual = {"from": days.since.isoformat(), "to": days.until.isoformat()}
    spans = [(long, Days.asked(_before(today, int(long)), None, today)) for long in SPANS]
    return {
        "values": {**usual, "granularity": granularity, **typed},
        "granularities": [*Granularity],
        "today": today.isoformat(),
        "spans": [(long, span.since.isoformat(), SPANS[long]) for long, span in spans],
    }


def _before(today: date, days: int) -> date:
    return date.fromordinal(today.toordinal() - days + 1)


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
