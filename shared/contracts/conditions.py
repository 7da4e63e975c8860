"""The labour conditions a job order states (ESA 5-3, its enforcement rule 4-2, as of 2024-04).

What the law always asks for is needed; what it asks for in some cases is needed in these.
"""

from typing import Annotated, Any, Literal

from pydantic import Field, StrictBool, ValidationInfo, field_validator

from shared.contracts.said import Acknowledged, Day, Line, Story, Words, Yen, missing, unfit
from shared.contracts.wire import Body

Insurance = Literal["health", "pension", "employment", "accident"]


class Contract(Body):
    """契約期間. One of a fixed term says when it ends, and whether and how it is renewed."""

    term: Literal["indefinite", "fixed"]
    starts_on: Day | None = None
    ends_on: Day | None = Field(default=None, validate_default=True)
    renewal: Literal["none", "automatic", "by_criteria"] | None = Field(
        default=None, validate_default=True
    )
    renewal_criteria: Words | None = Field(
        default=None, validate_default=True, description="更新の基準. Needed with by_criteria."
    )
    renewal_limit: Words | None = Field(
        default=None,
        validate_default=True,
        description="通算契約期間または更新回数の上限. Needed where it is renewed; say if none.",
    )

    @field_validator("ends_on", "renewal")
    @classmethod
    def _of_a_fixed_term(cls, value: Any, info: ValidationInfo) -> Any:
        return _only(value, info, "term", {"fixed"})

    @field_validator("ends_on")
    @classmethod
    def _ends_after_it_starts(cls, value: Any, info: ValidationInfo) -> Any:
        starts_on = info.data.get("starts_on")
        if value and starts_on and value <= starts_on:
            raise unfit("it ends before it starts")
        return value

    @field_validator("renewal_criteria")
    @classmethod
    def _by_criteria(cls, value: Any, info: ValidationInfo) -> Any:
        return _only(value, info, "renewal", {"by_criteria"})

    @field_validator("renewal_limit")
    @classmethod
    def _of_a_renewal(cls, value: Any, info: ValidationInfo) -> Any:
        return _only(value, info, "renewal", {"automatic", "by_criteria"})


class Trial(Body):
    """試用期間."""

    months: Annotated[int, Field(strict=True, ge=0, le=12, description="0: there is none.")]
    conditions: Words | None = Field(default=None, description="Where they differ from the rest.")


class Hours(Body):
    """始業・終業, 休憩, 休日, 時間外."""

    system: Literal["fixed", "shift", "flex", "variable", "discretionary"]
    stated: Words = Field(description="始業及び終業の時刻, e.g. 9:00-18:00.")
    break_minutes: Annotated[int, Field(strict=True, ge=0, le=480)]
    holidays: Words
    overtime_hours_per_month: Annotated[
        int, Field(strict=True, ge=0, le=100, description="On average. 0: there is none.")
    ]
    deemed_minutes_per_day: Annotated[int, Field(strict=True, ge=1, le=1440)] | None = Field(
        default=None, validate_default=True, description="みなし労働時間. Needed if discretionary."
    )

    @field_validator("deemed_minutes_per_day")
    @classmethod
    def _at_discretion(cls, value: Any, info: ValidationInfo) -> Any:
        return _only(value, info, "system", {"discretionary"})


class FixedOvertime(Body):
    """固定残業代: how much, for how many hours; more hours are paid besides."""

    amount_jpy: Yen
    hours_per_month: Annotated[int, Field(strict=True, ge=1, le=100)]
    excess_paid: Acknowledged


class Wage(Body):
    """賃金, without 固定残業代."""

    per: Literal["year", "month", "day", "hour"]
    from_jpy: Yen
    to_jpy: Yen
    fixed_overtime: FixedOvertime | None = None
    detail: Words | None = Field(default=None, description="Allowances, bonuses, commutation.")

    @field_validator("to_jpy")
    @classmethod
    def _not_below(cls, value: int, info: ValidationInfo) -> int:
        if value < info.data.get("from_jpy", 0):
            raise unfit("to_jpy is below from_jpy")
        return value


class Conditions(Body):
    """労働条件."""

    duties: Story = Field(description="業務内容, as hired.")
    duties_change: Words = Field(description="業務の変更の範囲.")
    contract: Contract
    trial: Trial
    workplace: Words = Field(description="就業の場所, as hired.")
    workplace_change: Words = Field(description="就業の場所の変更の範囲.")
    hours: Hours
    wage: Wage
    insurance: tuple[Insurance, ...] = Field(max_length=4, description="加入保険; may be empty.")
    employer: Line = Field(description="募集者の氏名または名称.")
    dispatch: StrictBool = Field(description="派遣労働者として雇用する.")
    smoking: Literal["prohibited", "smoking_room", "outdoors_only", "permitted"] = Field(
        description="受動喫煙を防止するための措置."
    )
    smoking_detail: Words | None = None

    @field_validator("insurance")
    @classmethod
    def _each_once(cls, value: tuple[Insurance, ...]) -> tuple[Insurance, ...]:
        if len(set(value)) < len(value):
            raise unfit("an insurance is said twice")
        return value


def _only(value: Any, info: ValidationInfo, field: str, among: set[str]) -> Any:
    """Needed where `field` is one of these, and out of place elsewhere."""
    if field not in info.data:  # refused itself
        return value
    if info.data[field] in among and value is None:
        raise missing()
    if info.data[field] not in among and value is not None:
        raise unfit(f"{field} is not {' or '.join(sorted(among))}")
    return value
