"""What came of a self-test, check by check."""

from collections.abc import Sequence
from typing import Self

from pydantic import AwareDatetime, Field

from shared.contracts.wire import Answer
from shared.domain.rehearsed import Check, Step, Verdict, is_good


class StepAnswer(Answer):
    check: Check
    verdict: Verdict
    why: str | None = Field(description="answer_assumed: as the system would tell, once asked.")
    at: AwareDatetime | None = Field(description="last_event: when.")
    rows: int | None = Field(description="vendor_answers: how many of what was asked came back.")


class SelfTestAnswer(Answer):
    """Nothing of it is kept, counted or told."""

    good: bool = Field(description="Nothing failed.")
    steps: list[StepAnswer]

    @classmethod
    def of(cls, steps: Sequence[Step]) -> Self:
        told = [StepAnswer.model_validate(step, from_attributes=True) for step in steps]
        return cls(good=is_good(tuple(steps)), steps=told)
