"""What an order's own words must agree in: the day work begins, the wage and a year's income."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from shared.domain.errors import InvalidRequest

type Json = Mapping[str, Any]

STARTS_ON: Final = "conditions.contract.starts_on"
INCOME: Final = "annual_income_jpy"
TIMES_A_YEAR: Final = {"year": 1, "month": 12}
"""By the day or by the hour nobody knows how many there are in a year."""
YEAR: Final = 365
"""Days."""


def check_start(conditions: Json, on: date) -> None:
    """Raises InvalidRequest: work that began already is offered to nobody."""
    starts_on = conditions.get("contract", {}).get("starts_on")
    if starts_on and date.fromisoformat(starts_on) < on:
        raise InvalidRequest("the contract starts in the past", {STARTS_ON: "malformed"})


def check_income(income_jpy: int, conditions: Json, on: date) -> None:
    """The fee follows the income; the wage is what candidates read.

    Raises:
        InvalidRequest: less than 80 % of what the wage's lower bound makes in the first year.
    """
    least = _first_year("from_jpy", conditions, on)
    if income_jpy * YEAR * 100 < least * 80:
        why = "less than 80 % of what the wage's lower bound pays in the first year of the contract"
        raise InvalidRequest(f"{INCOME} is {why}", {INCOME: "malformed"})


def most_a_year(conditions: Json, on: date) -> int:
    """What the wage's upper bound makes in the first year; 0 where nobody knows."""
    return _first_year("to_jpy", conditions, on) // YEAR


def _first_year(bound: str, conditions: Json, on: date) -> int:
    """In yen times days of a year."""
    wage = conditions.get("wage", {})
    times = TIMES_A_YEAR.get(wage.get("per"), 0)
    return int(wage.get(bound, 0) * times * min(_days(conditions, on), YEAR))


def _days(conditions: Json, on: date) -> int:
    """How long the contract is; one without an end is a year at least."""
    contract = conditions.get("contract", {})
    if "ends_on" not in contract:
        return YEAR
    starts_on = contract.get("starts_on")
    first = date.fromisoformat(starts_on) if starts_on else on
    return (date.fromisoformat(contract["ends_on"]) - first).days + 1
