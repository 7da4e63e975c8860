"""/agency/retention: what is kept until when, and proof of what was erased."""

from datetime import date, timedelta
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.room import shown
from shared import clock, programs
from shared.domain import months
from shared.domain.asked_of_us import KEPT_YEARS as ASKED_YEARS
from shared.domain.dealing import ALONE_YEARS
from shared.domain.erasure import PROOF_YEARS, Erasure
from shared.domain.provision import KEPT_YEARS as PROVISION_YEARS
from shared.domain.registers import KEPT_YEARS as REGISTER_YEARS
from shared.domain.registers import month
from shared.domain.registration import UNVERIFIED_KEPT
from shared.domain.tokyo import day
from shared.pages.when import day as day_in_words
from shared.pages.when import moment, named
from shared.rooms import caller, language, routes, start
from shared.rooms import month as asked_month
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
    today = day(clock.now())
    this = month(today)
    last = months.before(this)
    wanted, after = asked_month(router, last), start(router, TIMES)
    found, following = Erased(table()).page(wanted, limit=PAGE, after=after)
    counts = Erased(table()).how_many(wanted, this)
    values = {
        "rules": _rules(),
        "named": named(wanted, language(router)),
        "this": this,
        "last": last,
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
        ("asked", ASKED_YEARS),
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


def _years_before(today: date, years: int) -> date:
    try:
        return today.replace(year=today.year - years)
    except ValueError:
        return date(today.year - years, 2, 28)
