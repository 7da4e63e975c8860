"""What the programme still owes, and what it is likely to."""

from typing import Final

from pydantic import AwareDatetime, Field

from shared.contracts.wire import Answer

METHOD: Final = (
    "Gamma-Poisson for each active company, from the registrations of the last 90 days that count"
    " (for companies beyond the 500th, from all their time); 9 in 10 within low..high. Companies"
    " yet to come are not in it."
)


class QuarterOwed(Answer):
    quarter: str = Field(description="As in 2028-Q4 (UTC): when these expire.")
    credits: int
    worth_jpy: int


class GrantsAhead(Answer):
    months: int
    expected: float
    low: int
    high: int
    expected_worth_jpy: int


class LiabilityAnswer(Answer):
    as_of: AwareDatetime
    fee_percent: int
    annual_income_jpy: int
    covered_income_jpy: int = Field(description="As far as a credit covers it.")
    worth_each_jpy: int
    available: int
    reserved: int = Field(description="They do not expire until they are released.")
    worth_jpy: int = Field(description="Of those available and reserved.")
    by_quarter: list[QuarterOwed] = Field(description="Those available, by when they expire.")
    grants: list[GrantsAhead]
    method: str = METHOD
