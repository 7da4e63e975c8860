"""What an order says of its wage and what it says of a year's income belong together."""

from datetime import date
from typing import Any

import pytest

from shared.domain.errors import InvalidRequest
from shared.domain.terms import check_income, check_start, most_a_year

ON = date(2026, 12, 1)
INDEFINITE = {"term": "indefinite"}


def wage(per: str, from_jpy: int) -> dict[str, Any]:
    return {"per": per, "from_jpy": from_jpy, "to_jpy": from_jpy}


@pytest.mark.parametrize(
    ("paid", "contract", "least"),
    [
        (wage("month", 400_000), INDEFINITE, 3_840_000),
        (wage("year", 5_000_000), INDEFINITE, 4_000_000),
        (
            wage("month", 365_000),
            {"term": "fixed", "starts_on": "2027-01-01", "ends_on": "2027-03-14"},
            700_800,
        ),
        (wage("month", 400_000), {"term": "fixed", "ends_on": "2028-11-30"}, 3_840_000),
    ],
)
def test_an_income_far_below_the_wage_is_refused_with_why(
    paid: dict[str, Any], contract: dict[str, Any], least: int
) -> None:
    conditions = {"wage": paid, "contract": contract}
    check_income(least, conditions, ON)
    with pytest.raises(InvalidRequest, match="80 %") as refused:
        check_income(least - 1, conditions, ON)
    assert refused.value.fields == {"annual_income_jpy": "malformed"}


@pytest.mark.parametrize("per", ["day", "hour"])
def test_how_many_days_a_year_has_is_not_guessed(per: str) -> None:
    conditions = {"wage": wage(per, 20_000), "contract": INDEFINITE}
    check_income(1, conditions, ON)
    assert most_a_year(conditions, ON) == 0


def test_a_contract_begins_today_at_the_earliest() -> None:
    for contract in ({}, {"starts_on": "2026-12-01"}, {"starts_on": "2027-04-01"}):
        check_start({"contract": contract}, ON)
    with pytest.raises(InvalidRequest) as refused:
        check_start({"contract": {"starts_on": "2026-11-30"}}, ON)
    assert refused.value.fields == {"conditions.contract.starts_on": "malformed"}
