"""/agency/registers: the registers the law asks for, a month at a time, and as files."""

import re
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.place.by_hand.register_rows import SHOWN, Shown
from functions.place.by_hand.room import done, shown
from functions.place.register_reading import Asked, asked
from functions.place.registers import sheet_of
from shared import clock, programs
from shared.contracts.allowed import MONTH
from shared.domain import months
from shared.domain.errors import InvalidRequest
from shared.domain.registers import Kind
from shared.domain.registers import month as this_month
from shared.domain.seat import AGENCY_MANAGE
from shared.domain.tokyo import day
from shared.downloads import spreadsheet
from shared.forms import number
from shared.pages.when import named
from shared.rooms import caller, language, month, query, routes
from shared.table.register_pages import RegisterPages
from shared.wires import table

router = routes()
HERE: Final = "/agency/registers"
PAGE: Final = 50
FILE: Final = 2_000
"""Rows in one file: below what Lambda may say, with several introductions each."""


@router.get(HERE)
def page() -> Response[str]:
    """Oldest first, as on paper."""
    caller(router, AGENCY_MANAGE)
    kind = _kind(query(router).get("kind") or "seekers")
    wanted = _asked(kind.of, _month("month"), _month("month"), PAGE)
    items, following = _read(wanted)
    values = {
        "kind": kind.name,
        "kinds": [*SHOWN],
        "month": wanted.first,
        "named": named(wanted.first, language(router)),
        "around": _around(wanted.first),
        "rows": kind.rows(items, language(router), day(clock.now())),
        "cursor": query(router).get("cursor", ""),
        "following": programs.cursor(following),
        "done": done(router, "registers"),
    }
    return shown(router, "registers", HERE, values)


@router.get(f"{HERE}/csv")
def csv() -> Response[Any]:
    """One file where it can be one; where it cannot, a page that leads to all its parts."""
    caller(router, AGENCY_MANAGE)
    kind = _kind(query(router).get("kind") or "")
    part = _part()
    wanted = _asked(kind.of, _month("from"), _month("to"), FILE)
    items, following = _read(wanted)
    if part == 0 and following:
        return _parts(wanted, kind.name, 1, following)
    name = f"{wanted.name}-part-{part}" if part else wanted.name
    return spreadsheet(name, sheet_of(kind.of, items))


@router.get(f"{HERE}/parts")
def parts() -> Response[str]:
    """The second part of a file, and so on."""
    caller(router, AGENCY_MANAGE)
    kind = _kind(query(router).get("kind") or "")
    wanted = _asked(kind.of, _month("from"), _month("to"), FILE)
    _, following = _read(wanted)
    return _parts(wanted, kind.name, max(_part(), 1), following)


def _parts(wanted: Asked, kind: str, part: int, following: str | None) -> Response[str]:
    values = {
        "kind": kind,
        "first": wanted.first,
        "last": wanted.last,
        "part": part,
        "cursor": query(router).get("cursor", ""),
        "following": programs.cursor(following),
        "most": FILE,
    }
    return shown(router, "register_parts", HERE, values)


def _read(wanted: Asked) -> tuple[list[dict[str, Any]], str | None]:
    pages = RegisterPages(table())
    return pages.page(wanted.kind, wanted.months, limit=wanted.limit, after=wanted.after)


def _asked(kind: Kind, first: str, last: str, limit: int) -> Asked:
    return asked(kind, first, last, limit, query(router).get("cursor", ""))


def _kind(name: str) -> Shown:
    """Raises InvalidRequest."""
    if name not in SHOWN:
        raise InvalidRequest("there is no such register", {"kind": "malformed"})
    return SHOWN[name]


def _month(name: str) -> str:
    return month(router, this_month(day(clock.now())), name)


def _part() -> int:
    """0 where no part is asked for. Raises InvalidRequest."""
    found = number(query(router).get("part") or "0")
    if not isinstance(found, int):
        raise InvalidRequest("part is a number", {"part": "malformed"})
    return found


def _around(said: str) -> list[tuple[str, str]]:
    """The month before and the one after, where they can be asked for."""
    near = months.before(said), months.after(said)
    return [(one, named(one, language(router))) for one in near if re.match(MONTH, one)]
