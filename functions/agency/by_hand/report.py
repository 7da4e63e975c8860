"""/agency/report: what the yearly report asks for, with where each figure is from.

It counts a year of the registers: a read for each register and month of it, and of seekers and
orders for each month before, for they may still be valid. So it is as long as they are, and no
list.
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
    VALID,
    Figures,
    Valid,
    Year,
    due,
    figures,
    last_day,
    months_before,
    months_of,
    valid,
    wishes,
    year_of,
)
from shared.downloads import spreadsheet
from shared.pages.sheet import Cell, sheet
from shared.pages.when import day as day_in_words
from shared.pages.when import named
from shared.rooms import caller, language, query, routes
from shared.table.register_months import RegisterMonths
from shared.wires import table

router = routes()
HERE: Final = "/agency/report"
AT_ONCE: Final = 12
FROM: Final = {
    **dict.fromkeys(("seekers", "valid_seekers"), "seekers"),
    **dict.fromkeys(("orders", "openings", "valid_openings"), "orders"),
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
        "valid_names": VALID,
        "valid_on": day_in_words(last_day(year.first, today), language(router)),
        "sources": FROM,
        "whole": year.whole,
        "sums": [*_sums(year)],
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
    text = sheet([*said["columns"].values()], _lines(year, said, last_day(year.first, today)))
    return spreadsheet(f"career-relay-report-{year.first}", text)


def _lines(year: Year, said: Mapping[str, Any], on: date) -> Iterator[tuple[Cell, ...]]:
    for name in NAMES:
        about = said["figures"][name]
        source = said["registers"][FROM[name]], about["how"]
        yield about["name"], said["sum"], getattr(year.whole, name), *source
        for of, found in year.figures.items():
            yield about["name"], of, getattr(found, name), *source
    for name in VALID:
        about = said["figures"][name]
        source = said["registers"][FROM[name]], about["how"]
        yield about["name"], str(on), getattr(year.valid, name), *source
    for label, n in _wishes(year):
        yield f"{said['wished']}: {label}", said["sum"], n, said["registers"]["seekers"], ""


def _sums(year: Year) -> Iterator[tuple[str, int, str]]:
    """Each with the month of the register it leads to."""
    yield from ((name, getattr(year.whole, name), months_of(year.first)[0]) for name in NAMES)
    yield from ((name, getattr(year.valid, name), months_of(year.first)[-1]) for name in VALID)


def _wishes(year: Year) -> Iterator[tuple[str, int]]:
    known = {one.code: one.name_in(language(router)) for one in OCCUPATIONS}
    for code in sorted(year.wishes):
        yield known.get(code, code) or words(router, "report")["unsaid"], year.wishes[code]


def _counted(first: int, today: date) -> Year:
    """Months that are still to come have no rows, and are not asked for."""
    begun, on = [m for m in months_of(first) if m <= month(today)], last_day(first, today)
    with ThreadPoolExecutor(AT_ONCE) as several:
        counting = several.map(lambda m: _month(m, today, on), begun)
        before = [*several.map(lambda m: _still_valid(m, on), months_before(first))]
        counted = [*counting]
    found = dict(zip(begun, (one for one, _, _ in counted), strict=True))
    wished = sum((one for _, one, _ in counted), Counter[str]())
    return Year(first, found, wished, sum((one for _, _, one in counted), sum(before, Valid())))


def _month(of: str, today: date, on: date) -> tuple[Figures, Counter[str], Valid]:
    read = RegisterMonths(table())
    seekers, orders, fees = read.seekers(of), read.orders(of), read.fees(of)
    hires = read.hires(fees) if fees else {}
    counted = figures(seekers, orders, fees, hires, today)
    return counted, wishes(seekers), valid(seekers, orders, on)


def _still_valid(of: str, on: date) -> Valid:
    read = RegisterMonths(table())
    return valid(read.seekers(of), read.orders(of), on)


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


def _named(month_: str) -> str:
    return named(month_, language(router))
