"""Companies: asked for, let in."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared.domain.company import Company, CompanyState
from shared.domain.errors import AlreadyDone, RelayError, TooManyRequests
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head
from shared.domain.milestone import Tally
from shared.domain.once import Once, Reply
from shared.table import company_item, head_item, keys, tally_item
from shared.table.codec import due, stamp
from shared.table.commit import Table
from shared.table.hourly import one_more

if TYPE_CHECKING:
    from shared.contracts.events import CompanyApproved

ASKED_PER_VISITOR_AND_HOUR = 30


def _too_many(_: dict[str, Any]) -> RelayError:
    return TooManyRequests("too many companies from one place; wait an hour", retry_after=3600)


@dataclass(frozen=True, slots=True)
class Companies:
    table: Table

    def ask(self, company: Company, visitor: str, once: Once | None, reply: Reply) -> None:
        """Raises Answered, IdempotencyMismatch, TooManyRequests."""
        at = company.created_at
        values = {
            **asdict(company),
            "created_at": stamp(at),
            "usable_until": None,
            **due(keys.inbox(keys.Inbox.COMPANIES), at),
        }
        self.table.commit(
            *self.table.answer(once, reply),
            one_more(self.table, visitor, ASKED_PER_VISITOR_AND_HOUR, at, _too_many),
            self.table.new(keys.company(company.company_id), values),
        )

    def find(self, company_id: CompanyId) -> Company:
        """Raises CompanyNotFound."""
        return company_item.found(self.table.get(keys.company(company_id)))

    def approve(self, company_id: CompanyId, event: CompanyApproved, now: datetime) -> None:
        """Let a company in: its tally and its ledger open at zero. Raises AlreadyDone."""
        opened = Head(company_id, sealed_on=now.date())
        self.table.commit(
            self.table.change(
                keys.company(company_id),
                state_in=[CompanyState.PENDING_REVIEW],
                put={
                    "state": CompanyState.ACTIVE,
                    "approved_at": stamp(now),
                    keys.COMPANY_PARTITION: keys.COMPANIES,
                    keys.COMPANY_SORT: stamp(now),
                },
                remove=keys.DUE,
                refusal=lambda _: AlreadyDone("this company is not waiting for approval"),
            ),
            self.table.new(keys.tally(company_id), tally_item.to_item(Tally(company_id))),
            self.table.new(keys.head(company_id), head_item.to_item(opened)),
            self.table.outbox(event),
        )
