"""/agency/liability: what is outstanding, when it ends, what is to come, what a person costs."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.room import shown, words
from functions.agency.liability import HIGHEST_INCOME, HIGHEST_PERCENT
from functions.agency.owing import Owed, owed
from shared import clock
from shared.domain.forecast import Forecast
from shared.domain.liability import by_month
from shared.forms import number
from shared.pages.when import moment, month
from shared.rooms import caller, language, query, routes

router = routes()
HERE: Final = "/agency/liability"
MOST: Final = {"fee_percent": HIGHEST_PERCENT, "annual_income_jpy": HIGHEST_INCOME}


@router.get(HERE)
def page() -> Response[str]:
    caller(router, "agency:read")
    typed, now = {name: query(router).get(name, "").strip() for name in MOST}, clock.now()
    read = {name: _figure(text, MOST[name]) for name, text in typed.items()}
    wrong = {name: _mistake(name) for name in MOST if typed[name] and read[name] is None}
    found = owed(read["fee_percent"], read["annual_income_jpy"], now)
    values = {
        "found": found,
        "months": _months(found),
        "grants": [_grants(months, ahead, found) for months, ahead in found.grants],
        "values": _standing(found) | {name: text for name, text in typed.items() if text},
        "as_of": moment(now, language(router)),
        "mistakes": wrong,
    }
    return shown(router, "liability", HERE, values, status=422 if wrong else 200)


def _figure(text: str, most: int) -> int | None:
    found = number(text)
    return found if isinstance(found, int) and found <= most else None


def _mistake(name: str) -> str:
    said: Mapping[str, str] = words(router, "liability")["wrong"]
    return said[name]


def _standing(found: Owed) -> dict[str, str]:
    return {"fee_percent": str(found.fee_percent), "annual_income_jpy": str(found.income_jpy)}


def _months(found: Owed) -> list[dict[str, Any]]:
    locale = language(router)
    return [
        {
            "name": month(year, nth, locale),
            "short": f"{year}/{nth}",
            "credits": credits,
            "worth": credits * found.each_jpy,
        }
        for (year, nth), credits in by_month(found.lots).items()
    ]


def _grants(months: int, ahead: Forecast, found: Owed) -> dict[str, Any]:
    return {
        "months": months,
        "ahead": ahead,
        "worth": round(ahead.expected * found.each_jpy),
        "highest": ahead.high * found.each_jpy,
    }
