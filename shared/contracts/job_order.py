"""A company's job orders, and what the agency says to them."""

from typing import Annotated, Any, Literal, Self

from pydantic import AwareDatetime, Field, model_validator

from shared.contracts.conditions import Conditions
from shared.contracts.said import Acknowledged, Day, Line, Moment, Yen, at_odds, unsaid
from shared.contracts.wire import Answer, Body, midnight
from shared.domain.credit import Lot
from shared.domain.fee import Fee
from shared.domain.job_order import JobOrder, JobOrderState, Refusal
from shared.domain.locale import Locale

Openings = Annotated[int, Field(strict=True, ge=1, le=100)]
Explanation = Annotated[str, Field(min_length=1, max_length=300, pattern=r"\S")]


class JobOrderRequest(Body):
    title: Line
    conditions: Conditions
    annual_income_jpy: Yen = Field(
        description="理論年収: what the first year would pay; 80 % of the lowest wage at least."
    )
    openings: Openings = 1
    closes_on: Day | None = Field(default=None, description="The last day somebody is looked for.")
    penalty_clause_acknowledged: Acknowledged = Field(
        description="The notice at /v1/job-orders/notice was read."
    )


class JobOrderChange(Body):
    """All but `state` only until the agency has accepted the order, or refused it."""

    title: Line | None = None
    conditions: Conditions | None = None
    annual_income_jpy: Yen | None = None
    openings: Openings | None = None
    closes_on: Day | None = Field(default=None, description="null: no last day any more.")
    state: Literal["closed"] | None = None

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        said = {name for name, value in self if value is not None}
        said |= self.model_fields_set & {"closes_on"}
        if not said:
            raise unsaid("say what changes", *JobOrderChange.model_fields)
        if "state" in said and len(said) > 1:
            raise at_odds("say what to change, or the state alone", "state")
        return self


class ReserveRequest(Body):
    accepted_difference_jpy: Annotated[int, Field(strict=True, ge=0)] = Field(
        default=0, description="fee.with_credit_jpy of the job order; needed where it is above 0."
    )


class OrderRefused(Body):
    reason: Refusal
    text: Explanation = Field(description="For the company; it is mailed.")


class FeeAnswer(Answer):
    """Of one hire. What is left to pay with a credit is accepted when it is reserved."""

    without_credit_jpy: int
    with_credit_jpy: int
    covered_income_jpy: int
    income_jpy: int
    rule_version: int

    @classmethod
    def of(cls, fee: Fee) -> Self:
        return cls.model_validate(fee, from_attributes=True)


class ReservedAnswer(Answer):
    credit_id: str
    number: int
    job_order_id: str
    expires_at: AwareDatetime = Field(description="Not while it is reserved.")
    state: Literal["reserved"] = "reserved"

    @classmethod
    def of(cls, lot: Lot) -> Self:
        return cls(
            credit_id=lot.credit_id,
            number=lot.number,
            job_order_id=str(lot.job_order_id),
            expires_at=midnight(lot.expires_at.date()),
        )


class RefusalAnswer(Answer):
    reason: Refusal
    text: str

    @classmethod
    def of(cls, order: JobOrder) -> Self | None:
        reason, text = order.refusal, order.refusal_text
        return cls(reason=reason, text=text or "") if reason else None


class JobOrderAnswer(Answer):
    job_order_id: str
    company_id: str
    title: str
    state: JobOrderState
    annual_income_jpy: int
    openings: int
    filled: int
    closes_on: Day | None
    fee: FeeAnswer
    credit: ReservedAnswer | None
    refusal: RefusalAnswer | None
    penalty_notice_version: str
    posted_at: Moment
    accepted_at: Moment | None
    refused_at: Moment | None
    closed_at: Moment | None
    conditions: dict[str, Any]

    @classmethod
    def of(cls, order: JobOrder) -> Self:
        return cls(
            job_order_id=order.job_order_id,
            company_id=order.company_id,
            title=order.title,
            state=order.state,
            annual_income_jpy=order.income_jpy,
            openings=order.openings,
            filled=order.filled,
            closes_on=order.closes_on,
            fee=FeeAnswer.of(order.fee),
            credit=ReservedAnswer.of(order.credit) if order.credit else None,
            refusal=RefusalAnswer.of(order),
            penalty_notice_version=order.notice_version,
            posted_at=order.posted_at,
            accepted_at=order.accepted_at,
            refused_at=order.refused_at,
            closed_at=order.closed_at,
            conditions=dict(order.conditions),
        )


class JobOrderPage(Answer):
    items: list[JobOrderAnswer]
    next_cursor: str | None


class NoticeAnswer(Answer):
    version: str
    locale: Locale
    heading: str
    sentences: list[str]
    acknowledgement: str
