"""/agency/provision-records: who was shown to whom, a month at a time, and as a file."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.place.by_hand.room import shown, words
from functions.place.provision_records import file_of, made_between, midnight
from shared import clock, forms, programs
from shared.contracts.allowed import MONTH
from shared.contracts.problem import status_of
from shared.domain.errors import InvalidRequest
from shared.domain.own import provision_kept_until
from shared.domain.provision import Provision
from shared.domain.registers import month
from shared.domain.tokyo import day
from shared.pages.when import day as day_in_words
from shared.pages.when import moment
from shared.pages.when import month as month_in_words
from shared.rooms import caller, language, query, routes, start
from shared.table.members import Members
from shared.table.provisions import Provisions
from shared.wires import table

router = routes()
HERE: Final = "/agency/provision-records"
PAGE: Final = 50


@router.get(HERE)
def page() -> Response[Any]:
    """Oldest first; `format=csv` with `from` and `to` is the file."""
    caller(router, "agency:read")
    asked = query(router)
    if asked.get("format") != "csv":
        return _page({})
    try:
        since, until = _day("from"), _day("to")
        return file_of(since, until, made_between(since, until))
    except InvalidRequest as refused:
        return _page(refused.fields)


def _page(fields: dict[str, str]) -> Response[str]:
    first = _first()
    after = None if fields else start(router, "20")
    found, following = Provisions(table()).page(
        midnight(first), midnight(_next(first)), limit=PAGE, after=after
    )
    names = Members(table()).names() if found else {}
    last = _next(first) - timedelta(days=1)
    named = month_in_words(first.year, first.month, language(router))
    values = {
        "month": month(first),
        "named": named,
        "around": [_near(first - timedelta(days=1)), _near(_next(first))],
        "rows": [_row(made, names) for made in found],
        "is_later": after is not None,
        "following": programs.cursor(following),
        "values": {"from": str(first), "to": str(last), **query(router)},
        "mistakes": forms.mistakes(fields, words(router, "provision_records")["errors"]),
    }
    status = status_of(InvalidRequest).value if fields else 200
    return shown(router, "provision_records", HERE, values, status=status)


def _row(made: Provision, names: Mapping[str, str]) -> dict[str, Any]:
    locale = language(router)
    return {
        "made": made,
        "at": moment(made.at, locale),
        "by": names.get(made.provided_by, made.provided_by),
        "consented_at": moment(made.consented_at, locale),
        "until": day_in_words(provision_kept_until(made), locale),
    }


def _first() -> date:
    """Of the month that is asked for, else of this one. Raises InvalidRequest."""
    said = query(router).get("month") or month(day(clock.now()))
    if not re.fullmatch(MONTH, said):
        raise InvalidRequest("month is no month", {"month": "malformed"})
    return date.fromisoformat(f"{said}-01")


def _next(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _near(on: date) -> tuple[str, str]:
    return month(on), month_in_words(on.year, on.month, language(router))


def _day(name: str) -> date:
    """Raises InvalidRequest."""
    try:
        return date.fromisoformat(query(router).get(name) or "")
    except ValueError:
        raise InvalidRequest(f"{name} is no day", {name: "malformed"}) from None
