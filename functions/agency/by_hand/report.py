"""/agency/report: what the yearly report asks for, with where each figure is from.

It counts a year of the registers: three months' reads at once for each month, so it is as long as
they are, and no list.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.room import shown, words
from shared import clock
from shared.domain.errors import InvalidRequest
from shared.domain.occupation import OCCUPATIONS
from shared.domain.registers import KEPT_YEARS, month
from shared.domain.seat import AGENCY_MANAGE
from shared.domain.tokyo import day
from shared.domain.yearly_report import (
    NAMES,
    Figures,
    Year,
    due,
    figures,
    months_of,
    wishes,
    year_of,
)
from shared.downloads import spreadsheet
from shared.pages.sheet import Cell, sheet
from shared.pages.when import day as day_in_words
from shared.pages.when import month as month_in_words
from shared.rooms import caller, language, query, routes
from shared.table.register_months import RegisterMonths
from shared.wires import table

router = routes()
HERE: Final = "/agency/report"
AT_ONCE: Final = 12
FROM: Final = {
    **dict.fromkeys(("seekers",), "seekers"),
    **dict.fromkeys(("orders", "openings"), "orders"),
    **dict.fromkeys(("placements", "indefinite", "fixed", "unsaid", "left", "free"), "fees"),
    **dict.fromkeys(("fees_jpy", "collected_jpy"), "fees"),
}
"""The register a figure is counted in."""


@router.get(HERE)
def page() -> Response[str]:
    caller(router, AGENCY_MANAGE)
    today = day(clock.now())
    year = _counted(_asked(today), today)
    values = {
        "year": year.first,
        "years": _years(today),
        "first": _named(months_of(year.first)[0]),
        "last": _named(months_of(year.first)[-1]),
        "due": day_in_words(due(year.first), language(router)),
        "is_running": year.first == year_of(today),
        "names": NAMES,
        "sources": FROM,
        "whole": year.whole,
        "months": [(m, _named(m), year.figures[m]) for m in year.figures],
        "wishes": list(_wishes(year)),
    }
    return shown(router, "report", HERE, values)


@router.get(f"{HERE}/csv")
def csv() -> Response[Any]:
    """A line for each figure and month, and one for the sum."""
    caller(router, AGENCY_MANAGE)
    today = day(clock.now())
    year = _counted(_asked(today), today)
    said = words(router, "report")
    text = sheet([*said["columns"].values()], _lines(year, said))
    return spreadsheet(f"career-relay-report-{year.first}", text)


def _lines(year: Year, said: Mapping[str, Any]) -> Iterator[tuple[Cell, ...]]:
    for name in NAMES:
        about = said["figures"][name]
        source = said["registers"][FROM[name]], about["how"]
        yield about["name"], said["sum"], getattr(year.whole, name), *source
        for of, found in year.figures.items():
            yield about["name"], of, getattr(found, name), *source
    for label, n in _wishes(year):
        yield f"{said['wished']}: {label}", said["sum"], n, said["registers"]["seekers"], ""


def _wishes(year: Year) -> Iterator[tuple[str, int]]:
    known = {one.code: one.name_in(language(router)) for one in OCCUPATIONS}
    for code in sorted(year.wishes):
        yield known.get(code, code) or words(router, "report")["unsaid"], year.wishes[code]


def _counted(first: int, today: date) -> Year:
    """Months that are still to come have no rows, and are not asked for."""
    begun = [m for m in months_of(first) if m <= month(today)]
    with ThreadPoolExecutor(AT_ONCE) as several:
        counted = list(several.map(lambda m: _month(m, today), begun))
    found = dict(zip(begun, (one for one, _ in counted), strict=True))
    return Year(first, found, sum((wished for _, wished in counted), Counter[str]()))


def _month(of: str, today: date) -> tuple[Figures, Counter[str]]:
    read = RegisterMonths(table())
    seekers, fees = read.seekers(of), read.fees(of)
    hires = read.hires(fees) if fees else {}
    return figures(seekers, read.orders(of), fees, hires, today), wishes(seekers)


def _asked(today: date) -> int:
    """The year that ended last, where nothing is asked for. Raises InvalidRequest."""
    said = query(router).get("year") or str(year_of(today) - 1)
    if said not in map(str, _years(today)):
        raise InvalidRequest("the registers do not go back so far", {"year": "malformed"})
    return int(said)


def _years(today: date) -> list[int]:
    """This one and those whose rows are still all there."""
    now = year_of(today)
    return list(range(now, now - KEPT_YEARS, -1))


def _named(said: str) -> str:
    return month_in_words(int(said[:4]), int(said[5:]), language(router))
