from collections.abc import Mapping
from typing import Annotated, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query

from functions.agency.owing import Owed, owed
from shared import clock, programs
from shared.acts import asking, said
from shared.contracts.liability import GrantsAhead, LiabilityAnswer, QuarterOwed
from shared.domain.liability import by_quarter

router = programs.routes()

HIGHEST_PERCENT: Final = 100
HIGHEST_INCOME: Final = 1_000_000_000


@router.get("/v1/agency/liability", summary="Credits outstanding, their worth, grants to come")
def liability(
    fee_percent: Annotated[int | None, Query(ge=0, le=HIGHEST_PERCENT)] = None,
    annual_income_jpy: Annotated[int | None, Query(ge=0, le=HIGHEST_INCOME)] = None,
) -> Response[LiabilityAnswer]:
    """What is left out is the rules' own: the fee, and the highest income a credit covers."""
    asking(router, "agency:read")
    now = clock.now()
    found = owed(fee_percent, annual_income_jpy, now)
    return said(
        LiabilityAnswer(
            as_of=now,
            fee_percent=found.fee_percent,
            annual_income_jpy=found.income_jpy,
            covered_income_jpy=found.covered_jpy,
            worth_each_jpy=found.each_jpy,
            available=len(found.lots),
            reserved=found.reserved,
            worth_jpy=found.worth_jpy,
            by_quarter=_quarters(by_quarter(found.lots), found.each_jpy),
            grants=_grants(found),
        )
    )


def _quarters(owed: Mapping[str, int], each: int) -> list[QuarterOwed]:
    return [QuarterOwed(quarter=q, credits=n, worth_jpy=n * each) for q, n in owed.items()]


def _grants(found: Owed) -> list[GrantsAhead]:
    return [
        GrantsAhead(
            months=months,
            expected=ahead.expected,
            low=ahead.low,
            high=ahead.high,
            expected_worth_jpy=round(ahead.expected * found.each_jpy),
        )
        for months, ahead in found.grants
    ]
