"""/agency/provision-records: who was shown to whom, a month at a time, and as a file."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.place.by_hand.room import shown, words
from functions.place.provision_records import file_of, made_between, midnight
from shared import clock, forms, programs
from shared.contracts.problem import page_status
from shared.domain import months
from shared.domain.errors import InvalidRequest
from shared.domain.own import provision_kept_until
from shared.domain.provision import Provision
from shared.domain.registers import month
from shared.domain.tokyo import day
from shared.pages.catalogue import words as shared_words
from shared.pages.when import day as day_in_words
from shared.pages.when import moment, named
from shared.rooms import caller, language, query, routes, start
from shared.rooms import month as asked_month
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
    wanted = asked_month(router, month(day(clock.now())))
    first, end = (months.first(one) for one in (wanted, months.after(wanted)))
    after = None if fields else start(router, "20")
    found, following = Provisions(table()).page(
        midnight(first), midnight(end), limit=PAGE, after=after
    )
    names = Members(table()).names() if found else {}
    last, near = end - timedelta(days=1), (months.before(wanted), months.after(wanted))
    values = {
        "month": wanted,
        "named": named(wanted, language(router)),
        "around": [(one, named(one, language(router))) for one in near],
        "rows": [_row(made, names) for made in found],
        "items": shared_words(language(router), "orders")["items"],
        "is_later": after is not None,
        "following": programs.cursor(following),
        "values": {"from": str(first), "to": str(last), **query(router)},
        "mistakes": forms.mistakes(fields, words(router, "provision_records")["errors"]),
    }
    status = page_status(None, fields)
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


def _day(name: str) -> date:
    """Raises InvalidRequest."""
    try:
        return date.fromisoformat(query(router).get(name) or "")
    except ValueError:
        raise InvalidRequest(f"{name} is no day", {name: "malformed"}) from None
