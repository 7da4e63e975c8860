"""The programme's rules, as companies and the agency read them and the agency makes new ones."""

from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import AfterValidator, AwareDatetime, Field, model_validator
from pydantic_core import PydanticCustomError

from shared.contracts.said import unsaid
from shared.contracts.wire import Answer, Body
from shared.domain.edition import Edition
from shared.domain.locale import Locale
from shared.domain.rules import THRESHOLD, Rules


def _descending(days: tuple[int, ...]) -> tuple[int, ...]:
    if list(days) != sorted(set(days), reverse=True):
        raise PydanticCustomError("malformed", "each once, the longest first")
    return days


Days = Annotated[int, Field(ge=1, le=180)]
Notices = Annotated[
    tuple[Days, ...], Field(min_length=1, max_length=6), AfterValidator(_descending)
]


class RulesRequest(Body):
    """What is not said stays as the newest version has it. The threshold never changes."""

    effective_from: AwareDatetime = Field(description="At least 10 minutes from now.")
    hold_days: int | None = Field(None, ge=0, le=60)
    acceptance_needed: bool | None = None
    person_held_days: int | None = Field(None, ge=90, le=1095)
    credit_months: int | None = Field(None, ge=1, le=120)
    notice_days: Notices | None = None
    fee_cap_jpy: int | None = Field(None, ge=1_000_000, le=100_000_000)
    fee_percent: int | None = Field(None, ge=0, le=50)
    early_leave_days: int | None = Field(None, ge=0, le=365)
    restored_days: int | None = Field(None, ge=1, le=365)
    runoff_days: int | None = Field(None, ge=0, le=730)
    contact_weekdays: int | None = Field(None, ge=1, le=10)
    burst: int | None = Field(None, ge=2, le=50)
    burst_minutes: int | None = Field(None, ge=1, le=1440)

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.changed():
            raise unsaid(
                "say what changes", *[n for n in RulesRequest.model_fields if n != "effective_from"]
            )
        return self

    def changed(self) -> dict[str, Any]:
        return self.model_dump(exclude={"effective_from"}, exclude_none=True)


class RulesAnswer(Answer):
    version: int
    effective_from: AwareDatetime
    threshold: int = THRESHOLD
    hold_days: int
    acceptance_needed: bool
    person_held_days: int
    credit_months: int
    notice_days: tuple[int, ...]
    fee_cap_jpy: int
    fee_percent: int
    early_leave_days: int
    restored_days: int
    runoff_days: int
    contact_weekdays: int
    burst: int
    burst_minutes: int
    words: dict[Locale, list[str]] = Field(description="The same, in plain words.")

    @classmethod
    def of(cls, rules: Rules, words: dict[Locale, list[str]]) -> Self:
        said = {name: getattr(rules, name) for name in Rules.__dataclass_fields__}
        return cls(**said, words=words)


class RulesInForce(Answer):
    in_force: RulesAnswer
    coming: list[RulesAnswer]


class EditionAnswer(Answer):
    rules: RulesAnswer
    made_at: AwareDatetime
    made_by: str = Field(description="Whose key made it, as the agency knows them.")
    is_in_force: bool

    @classmethod
    def of(cls, edition: Edition, words: dict[Locale, list[str]], *, is_in_force: bool) -> Self:
        return cls(
            rules=RulesAnswer.of(edition.rules, words),
            made_at=edition.made_at,
            made_by=edition.made_by,
            is_in_force=is_in_force,
        )


class EditionPage(Answer):
    items: list[EditionAnswer]
    as_of: datetime
