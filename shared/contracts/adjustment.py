"""Credits given, taken or brought back by the agency's own decision."""

from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, Field

from shared.contracts.admission import Text
from shared.contracts.member import WHO, WHO_NAME
from shared.contracts.wire import Answer, Body
from shared.domain.adjustment import Adjustment, AdjustmentState
from shared.domain.errors import InvalidRequest


class AdjustmentRequest(Body):
    amount: Literal[1, -1] = Field(description="1 gives a credit, -1 takes one away.")
    credit_id: Annotated[str, Field(min_length=1, max_length=60)] | None = Field(
        default=None, description="Which one to take; needed for -1, and for it alone."
    )
    reason: Text

    def check(self) -> None:
        """Raises InvalidRequest: the credit to take is not named, or one to give is."""
        if self.amount == -1 and self.credit_id is None:
            raise InvalidRequest("wrong or missing: credit_id", {"credit_id": "missing"})
        if self.amount == 1 and self.credit_id is not None:
            raise InvalidRequest("wrong or missing: credit_id", {"credit_id": "unknown"})


class AdjustmentAnswer(Answer):
    adjustment_id: str
    company_id: str
    state: AdjustmentState
    amount: int
    reason: str
    proposed_by: str = Field(description=WHO)
    proposed_by_name: str | None = Field(description=WHO_NAME)
    proposed_at: AwareDatetime
    number: int | None
    credit_id: str | None

    @classmethod
    def of(cls, adjustment: Adjustment, name: str | None) -> Self:
        return cls(
            adjustment_id=adjustment.adjustment_id,
            company_id=adjustment.company_id,
            state=adjustment.state,
            amount=adjustment.amount,
            reason=adjustment.reason,
            proposed_by=adjustment.proposed_by,
            proposed_by_name=name,
            proposed_at=adjustment.proposed_at,
            number=adjustment.number,
            credit_id=adjustment.credit_id,
        )


class AdjustmentPage(Answer):
    items: list[AdjustmentAnswer]
    next_cursor: str | None


class AdjustmentStanding(Answer):
    adjustment_id: str
    state: AdjustmentState
