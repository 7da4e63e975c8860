"""Where a company stands: progress, credits, ledger. Times are to the day."""

from datetime import datetime
from typing import Self

from pydantic import AwareDatetime, Field

from shared.contracts.wire import Answer, midnight
from shared.domain.credit import Lot, LotState
from shared.domain.entry import Entry, Kind
from shared.domain.progress import Progress
from shared.domain.rules import THRESHOLD


class CreditTotals(Answer):
    available: int
    reserved: int
    consumed: int
    expired: int
    voided: int


class ProgressAnswer(Answer):
    """For a company: moves when at least 3 referrals are new or a milestone is reached."""

    counted: int
    threshold: int = THRESHOLD
    toward_next: int = Field(ge=0, lt=THRESHOLD)
    to_next: int
    milestones: int
    credits: CreditTotals
    carried_deficit: int
    as_of: AwareDatetime | None = Field(description="The day the figures last moved.")

    @classmethod
    def of(cls, progress: Progress, *, as_of: datetime | None) -> Self:
        head = progress.head
        totals = CreditTotals(
            available=head.available,
            reserved=head.reserved_now,
            consumed=head.consumed,
            expired=head.expired,
            voided=head.voided,
        )
        return cls(
            counted=progress.counted,
            toward_next=progress.toward_next,
            to_next=progress.to_next,
            milestones=progress.milestones,
            credits=totals,
            carried_deficit=progress.carried_deficit,
            as_of=as_of,
        )


class CreditAnswer(Answer):
    credit_id: str
    number: int = Field(description="Which milestone earned it.")
    state: LotState
    granted_at: AwareDatetime
    expires_at: AwareDatetime
    job_order_id: str | None = None

    @classmethod
    def of(cls, lot: Lot, over_at: datetime) -> Self:
        return cls(
            credit_id=lot.credit_id,
            number=lot.number,
            state=lot.state,
            granted_at=midnight(lot.granted_at.date()),
            expires_at=midnight(over_at.date()),
            job_order_id=lot.job_order_id,
        )


class CreditPage(Answer):
    items: list[CreditAnswer]
    next_cursor: str | None


class EntryAnswer(Answer):
    """One line of the ledger; `hash` covers all of it and the line before."""

    entry_id: str
    seq: int
    kind: Kind
    amount: int
    recorded_at: AwareDatetime
    occurred_at: AwareDatetime
    rule_version: int
    prev_hash: str
    hash: str

    @classmethod
    def of(cls, entry: Entry) -> Self:
        return cls(
            entry_id=entry.entry_id,
            seq=entry.seq,
            kind=entry.kind,
            amount=entry.amount,
            recorded_at=midnight(entry.recorded_on),
            occurred_at=midnight(entry.occurred_on),
            rule_version=entry.rule_version,
            prev_hash=entry.prev_hash,
            hash=entry.hash,
        )


class EntryPage(Answer):
    items: list[EntryAnswer]
    next_cursor: str | None
    as_of: AwareDatetime | None
