"""A candidate for a job order, as the agency and as the hiring company see them."""

from datetime import date, datetime
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, Field

from shared.contracts.wire import Answer, Body, midnight
from shared.domain.provision import Values
from shared.domain.recommendation import USUAL, Fault, Item, Recommendation, Side, Stage
from shared.domain.tokyo import day

Items = Annotated[list[Item], Field(min_length=1, max_length=len(Item))]
FeeGuard = Literal["fee_guard"]


class AskRequest(Body):
    candidate_id: str = Field(min_length=1, max_length=60)
    note: str | None = Field(None, max_length=1000, description="For the agency alone.")
    items: Items = Field(
        [*USUAL],
        description="What the company would be shown of the candidate, in their file by then.",
    )
    back_to_referrer_confirmed: bool = Field(
        False, description="Said where this company let the candidate go: no fee may be due there."
    )


class RecommendRequest(Body):
    items: Items = Field(
        description="No more than the candidate agreed to, and than their file holds."
    )
    summary: str | None = Field(None, min_length=1, max_length=2000)


class OutcomeRequest(Body):
    """`on` is today where it is not said."""

    stage: Literal["interviewing", "offered", "joined", "declined", "left", "still_there"] = Field(
        description="still_there: who joined has not left, said in the last week of the early days."
    )
    on: date | None = Field(None, description="When they joined or left, by Tokyo's calendar.")
    annual_income_jpy: int | None = Field(
        None, ge=1, le=1_000_000_000, description="Joined: where it is not the order's."
    )
    by: Side | None = Field(None, description="Who declined; needed then.")
    fault: Fault | None = Field(None, description="For whose reason they left; needed then.")
    refund_jpy: int | None = Field(
        None,
        strict=True,
        ge=0,
        le=100_000_000,
        description="Left: what is paid back of the fee, no more than it was. The registers show "
        "it; left out, it is said later at PATCH /v1/agency/registers/fees.",
    )


class RecommendationAnswer(Answer):
    """As the agency sees it."""

    recommendation_id: str
    candidate_id: str
    company_id: str
    job_order_id: str
    stage: Stage
    items: list[Item]
    asked_at: AwareDatetime
    answered_at: AwareDatetime | None
    recommended_at: AwareDatetime | None
    declined_by: Side | None
    joined_on: date | None
    still_there_on: date | None
    left_on: date | None
    fault: Fault | None
    credit_id: str | None = Field(description="What paid for the hire.")
    warnings: list[FeeGuard] = Field(
        description="fee_guard: the company let this candidate go; see the contract on fees."
    )

    @classmethod
    def of(cls, found: Recommendation) -> Self:
        return cls(
            recommendation_id=found.recommendation_id,
            candidate_id=found.candidate_id,
            company_id=found.company_id,
            job_order_id=found.job_order_id,
            stage=found.stage,
            items=[*found.items],
            asked_at=found.asked_at,
            answered_at=found.answered_at,
            recommended_at=found.recommended_at,
            declined_by=found.declined_by,
            joined_on=found.joined_on,
            still_there_on=found.still_there_on,
            left_on=found.left_on,
            fault=found.fault,
            credit_id=found.credit.credit_id if found.credit else None,
            warnings=["fee_guard"] if found.returning else [],
        )


class RecommendationPage(Answer):
    items: list[RecommendationAnswer]
    next_cursor: str | None


class Introduced(Answer):
    """What the company was shown, as it was that day: null is what it was not, and all of it once
    the candidate left or somebody declined."""

    recommendation_id: str
    stage: Stage
    recommended_on: AwareDatetime
    joined_on: date | None
    items: list[Item]
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    occupation: str | None = None
    location: str | None = None
    summary: str | None = None

    @classmethod
    def of(cls, found: Recommendation, values: Values) -> Self:
        return cls(
            recommendation_id=found.recommendation_id,
            stage=found.stage,
            recommended_on=_day_of(found.recommended_at or found.asked_at),
            joined_on=found.joined_on,
            items=[*found.items],
            **values,
        )


class IntroducedPage(Answer):
    items: list[Introduced]
    next_cursor: str | None


def _day_of(at: datetime) -> datetime:
    return midnight(day(at))
