"""/agency/retention: what is kept until when, and proof of what was erased."""

import re
from datetime import date, timedelta
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.room import shown
from shared import clock, programs
from shared.contracts.allowed import MONTH
from shared.domain.dealing import ALONE_YEARS
from shared.domain.erasure import PROOF_YEARS, Erasure
from shared.domain.errors import InvalidRequest
from shared.domain.provision import KEPT_YEARS as PROVISION_YEARS
from shared.domain.registers import KEPT_YEARS as REGISTER_YEARS
from shared.domain.registers import month
from shared.domain.registration import UNVERIFIED_KEPT
from shared.domain.tokyo import day
from shared.pages.when import day as day_in_words
from shared.pages.when import moment
from shared.pages.when import month as month_in_words
from shared.rooms import caller, language, query, routes, start
from shared.table.erased import TIMES, Erased
from shared.table.erasures import REMEMBERED
from shared.wires import programme, table

router = routes()
HERE: Final = "/agency/retention"
PAGE: Final = 50
HOUR: Final = timedelta(hours=1)
LOGS_MONTHS, BACKUP_DAYS = 1, 35
"""infra.function, infra.table."""


@router.get(HERE)
def page() -> Response[str]:
    """Last month, where no other is asked for."""
    caller(router, "agency:read")
    today, wanted, after = day(clock.now()), _month(), start(router, TIMES)
    this = month(today)
    found, following = Erased(table()).page(wanted, limit=PAGE, after=after)
    counts = Erased(table()).how_many(wanted, this)
    values = {
        "rules": _rules(),
        "named": _named(wanted),
        "this": this,
        "last": _last(today),
        "month": wanted,
        "erased": counts[0],
        "erased_now": counts[1],
        "rows": [_row(one) for one in found],
        "following": programs.cursor(following),
        "is_later": after is not None,
        "gone": {
            "registers": day_in_words(_years_before(today, REGISTER_YEARS), language(router)),
            "provisions": day_in_words(_years_before(today, PROVISION_YEARS), language(router)),
        },
    }
    return shown(router, "retention", HERE, values)


def _rules() -> list[tuple[str, int]]:
    """By its name in the words: how long, in the unit its words say; 0 has no end of its own."""
    return [
        ("unverified", UNVERIFIED_KEPT // HOUR),
        ("file", 0),
        ("register", REGISTER_YEARS),
        ("provision", PROVISION_YEARS),
        ("solicited", ALONE_YEARS),
        ("person", programme().at(clock.now()).person_held_days),
        ("marker", REMEMBERED.days),
        ("proof", PROOF_YEARS),
        ("ledger", 0),
        ("audit", 0),
        ("logs", LOGS_MONTHS),
        ("backup", BACKUP_DAYS),
    ]


def _row(one: Erasure) -> dict[str, Any]:
    locale = language(router)
    return {
        "one": one,
        "at": moment(one.at, locale),
        "asked_at": moment(one.asked_at, locale) if one.asked_at else None,
    }


def _month() -> str:
    """Raises InvalidRequest."""
    said = query(router).get("month") or _last(day(clock.now()))
    if not re.fullmatch(MONTH, said):
        raise InvalidRequest("month is no month", {"month": "malformed"})
    return said


def _last(today: date) -> str:
    return month(today.replace(day=1) - timedelta(days=1))


def _named(said: str) -> str:
    return month_in_words(int(said[:4]), int(said[5:]), language(router))


def _years_before(today: date, years: int) -> date:
    try:
        return today.replace(year=today.year - years)
    except ValueError:
        return date(today.year - years, 2, 28)
