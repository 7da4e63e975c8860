"""A credit given or taken by the agency's own decision: one proposes, another approves."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Literal

from shared.domain.credit import Lot
from shared.domain.errors import SameApprover, StateForbids
from shared.domain.ids import CompanyId


class AdjustmentState(StrEnum):
    PROPOSED = "proposed"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Adjustment:
    """`number` and `credit_id` are the credit's: one to take has them, one to give gets them.

    Args:
        proposed_by: `Caller.who`, as all who are named here.
        expires_at: until when a given credit is good.
    """

    adjustment_id: str
    company_id: CompanyId
    amount: Literal[1, -1]
    reason: str
    proposed_by: str
    proposed_at: datetime
    state: AdjustmentState = AdjustmentState.PROPOSED
    number: int | None = None
    credit_id: str | None = None
    approved_by: str | None = None
    approved_at: datetime | None = None
    rejected_by: str | None = None
    rejected_at: datetime | None = None
    expires_at: datetime | None = None

    def check_open(self) -> None:
        """Raises StateForbids."""
        if self.state is not AdjustmentState.PROPOSED:
            raise StateForbids(f"this adjustment is {self.state}", self.state)

    def check_approver(self, who: str) -> None:
        """Raises StateForbids, SameApprover."""
        self.check_open()
        if who == self.proposed_by:
            raise SameApprover("somebody else than the proposer approves")

    def approved(self, who: str, lot: Lot, now: datetime) -> "Adjustment":
        return replace(
            self,
            state=AdjustmentState.APPROVED,
            number=lot.number,
            credit_id=lot.credit_id,
            approved_by=who,
            approved_at=now,
            expires_at=lot.expires_at if self.amount > 0 else None,
        )

    def rejected(self, who: str, now: datetime) -> "Adjustment":
        """The proposer may take it back. Raises StateForbids."""
        self.check_open()
        return replace(self, state=AdjustmentState.REJECTED, rejected_by=who, rejected_at=now)
