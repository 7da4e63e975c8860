from collections.abc import Mapping, Sequence
from typing import Annotated, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query

from shared import clock, programs
from shared.acts import asking, said
from shared.contracts.liability import GrantsAhead, LiabilityAnswer, QuarterOwed
from shared.domain.forecast import Pace, forecast
from shared.domain.liability import by_quarter, worth
from shared.table.outstanding import Outstanding
from shared.wires import programme, table

router = programs.routes()

MONTHS: Final = (3, 6, 12)
DAYS_A_MONTH: Final = 365 / 12


@router.get("/v1/agency/liability", summary="Credits outstanding, their worth, grants to come")
def liability(
    fee_percent: Annotated[int | None, Query(ge=0, le=100)] = None,
    annual_income_jpy: Annotated[int | None, Query(ge=0, le=1_000_000_000)] = None,
) -> Response[LiabilityAnswer]:
    """What is left out is the rules' own: the fee, and the highest income a credit covers."""
    asking(router, "agency:read")
    now, found = clock.now(), Outstanding(table())
    rules, cap = programme().at(now), programme().at(now).fee_cap_jpy
    percent = rules.fee_percent if fee_percent is None else fee_percent
    income = cap if annual_income_jpy is None else annual_income_jpy
    each, books = worth(percent, income, cap), list(found.books())
    owed, reserved = by_quarter(found.available()), sum(of.head.reserved_now for of in books)
    return said(
        LiabilityAnswer(
            as_of=now,
            fee_percent=percent,
            annual_income_jpy=income,
            covered_income_jpy=min(income, cap),
            worth_each_jpy=each,
            available=sum(owed.values()),
            reserved=reserved,
            worth_jpy=(sum(owed.values()) + reserved) * each,
            by_quarter=_quarters(owed, each),
            grants=_grants(found.paces(books, now), each),
        )
    )


def _quarters(owed: Mapping[str, int], each: int) -> list[QuarterOwed]:
    return [QuarterOwed(quarter=q, credits=n, worth_jpy=n * each) for q, n in owed.items()]


def _grants(paces: Sequence[Pace], each: int) -> list[GrantsAhead]:
    found = [(months, forecast(paces, months * DAYS_A_MONTH)) for months in MONTHS]
    return [
        GrantsAhead(
            months=months,
            expected=ahead.expected,
            low=ahead.low,
            high=ahead.high,
            expected_worth_jpy=round(ahead.expected * each),
        )
        for months, ahead in found
    ]
