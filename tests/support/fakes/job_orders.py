from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from shared.contracts.events import CreditReserved, Event, JobOrderPosted
from shared.domain.credit import Lot, LotState
from shared.domain.errors import CompanyNotActive, Conflict, JobOrderNotFound
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrder, JobOrderState
from shared.domain.ledger import Head
from shared.domain.redemption import Move, Standing
from shared.domain.tokyo import day
from tests.support.fakes.ledgers import FakeLedgers
from tests.support.fakes.memory import Memory

NEVER = datetime(9999, 1, 1, tzinfo=UTC)

type Orders = tuple[Sequence[JobOrder], str | None]


@dataclass
class FakeCredits:
    memory: Memory

    def standing(self, company_id: CompanyId) -> Standing:
        kept = self.memory.lots.get(company_id, [])
        available = [lot for lot in kept if lot.state is LotState.AVAILABLE]
        soonest = sorted(available, key=lambda lot: (lot.expires_at, lot.number))
        return Standing(FakeLedgers(self.memory).head(company_id), tuple(soonest))


@dataclass
class FakeJobOrders:
    """JobOrders and Reservations."""

    memory: Memory

    def post(
        self,
        order: JobOrder,
        event: JobOrderPosted,
        *,
        spends: Head | None = None,
    ) -> None:
        self.memory.begin()
        self._check_company(order.company_id, order.posted_at if spends else NEVER)
        if spends and spends != FakeLedgers(self.memory).head(order.company_id):
            raise Conflict("the ledger moved on while we were deciding")
        self._keep(order)
        self.memory.say(event)

    def find(self, company_id: CompanyId, job_order_id: JobOrderId) -> JobOrder:
        if (company_id, job_order_id) not in self.memory.job_orders:
            raise JobOrderNotFound(job_order_id)
        return self.memory.job_orders[company_id, job_order_id]

    def with_head(self, company_id: CompanyId, job_order_id: JobOrderId) -> tuple[JobOrder, Head]:
        head = FakeLedgers(self.memory).head(company_id)
        return self.find(company_id, job_order_id), head

    def page(self, company_id: CompanyId, *, limit: int, after: str | None) -> Orders:
        kept = sorted(self.memory.job_orders.items())
        found = [order for (of, name), order in kept if of == company_id and name > (after or "")]
        return found[:limit], found[limit - 1].job_order_id if found[limit:] else None

    def posted(self, *, limit: int, after: str | None) -> Orders:
        waiting = [o for o in self.memory.job_orders.values() if o.state is JobOrderState.POSTED]
        waiting.sort(key=lambda order: (order.posted_at, order.job_order_id))
        start = int(after or 0)
        following = str(start + limit) if waiting[start + limit :] else None
        return waiting[start : start + limit], following

    def reserve(
        self,
        move: Move,
        accepted_difference_jpy: int,
        event: CreditReserved,
        now: datetime,
    ) -> None:
        order = self.find(move.after.company_id, JobOrderId(str(move.after.job_order_id)))
        order.check_reservable(accepted_difference_jpy, day(now))
        self._check_company(order.company_id, now)
        self._move(move)
        self._keep(replace(order, credit=move.after, revision=order.revision + 1))
        self.memory.say(event)

    def change(
        self, before: JobOrder, after: JobOrder, *events: Event, move: Move | None = None
    ) -> None:
        if self.find(before.company_id, before.job_order_id).revision != before.revision:
            raise Conflict("the job order was changed meanwhile")
        if move:
            self._move(move)
        else:
            self.memory.begin()
        self._keep(replace(after, revision=before.revision + 1))
        for event in events:
            self.memory.say(event)

    def _check_company(self, company_id: CompanyId, now: datetime) -> None:
        if company_id not in self.memory.companies:
            raise CompanyNotActive(company_id)
        self.memory.companies[company_id].check_may_spend(now)

    def _move(self, move: Move) -> None:
        lots = self.memory.lots.get(move.after.company_id, [])
        if not any(_is(lot, move.before) for lot in lots):
            raise Conflict("the credit moved on while we were deciding")
        FakeLedgers(self.memory).post(move.posting)
        self.memory.lots[move.after.company_id] = [
            move.after if _is(lot, move.before) else lot for lot in lots
        ]

    def _keep(self, order: JobOrder) -> None:
        self.memory.job_orders[order.company_id, order.job_order_id] = order


def _is(lot: Lot, meant: Lot | None) -> bool:
    as_meant = meant and (meant.number, meant.state, meant.turn)
    return (lot.number, lot.state, lot.turn) == as_meant
