"""Job orders beside their company's credits; what is reserved for one stands on it too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from shared.domain import job_order
from shared.domain.errors import Conflict
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrder, JobOrderState
from shared.domain.ledger import Head
from shared.domain.milestone import Guard
from shared.domain.redemption import Move
from shared.domain.tokyo import day
from shared.table import head_item, keys
from shared.table.commit import Table
from shared.table.credits import Credits
from shared.table.job_order_item import found, from_item, to_item
from shared.table.ledgers import Ledgers
from shared.table.registers import Registers
from shared.table.spending import is_active, may_spend
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import Event, JobOrderPosted

type Orders = tuple[Sequence[JobOrder], str | None]


@dataclass(frozen=True, slots=True)
class JobOrders:
    table: Table

    def post(
        self,
        order: JobOrder,
        event: JobOrderPosted,
        *,
        spends: Head | None = None,
    ) -> None:
        """
        Args:
            spends: the company left, and has a credit to spend on it in its time, behind this head.

        Raises:
            CompanyNotActive
            Conflict: the ledger moved on.
            StateForbids: the company left.
        """
        of, at = order.company_id, order.posted_at
        self.table.commit(
            may_spend(of, at) if spends else is_active(of),
            *([Ledgers(self.table).still(spends)] if spends else []),
            self.table.new(_key(order), to_item(order)),
            self.table.outbox(event),
        )

    def find(self, company_id: CompanyId, job_order_id: JobOrderId) -> JobOrder:
        """Raises JobOrderNotFound, also for another company's."""
        return found(self.table.get(keys.job_order(company_id, job_order_id)))

    def with_head(self, company_id: CompanyId, job_order_id: JobOrderId) -> tuple[JobOrder, Head]:
        """One picture of both. Raises JobOrderNotFound."""
        key = keys.job_order(company_id, job_order_id)
        item, head = self.table.get_all(key, keys.head(company_id))
        return found(item), head_item.from_item(company_id, head)

    def page(self, company_id: CompanyId, *, limit: int, after: str | None) -> Orders:
        items, following = self.table.page(
            keys.of_company(company_id), keys.JOB_ORDER_PREFIX, limit=limit, after=after
        )
        return [from_item(item) for item in items], following

    def posted(self, *, limit: int, after: str | None) -> Orders:
        """All companies' that wait for the agency, oldest first; as they were a moment ago."""
        items, following = self.table.inbox(keys.Inbox.JOB_ORDERS, limit=limit, after=after)
        return [from_item(item) for item in items], following

    def change(
        self, before: JobOrder, after: JobOrder, *events: Event, move: Move | None = None
    ) -> None:
        """From what was read to what was decided. Raises Conflict."""
        self.table.commit(
            *self.changed(before, after),
            *self._registered(before, after),
            *(Credits(self.table).moved(move) if move else ()),
            *(self.table.outbox(event) for event in events),
        )

    def changed(self, before: JobOrder, after: JobOrder) -> Iterator[Write]:
        """The write, for acts that commit it with their own. Raises, once committed: Conflict."""
        values = to_item(after) | {"revision": before.revision + 1}
        yield self.table.change(
            _key(before),
            guards=[("revision", "=", before.revision)],
            put=values,
            remove=[name for name, value in values.items() if value is None],
            refusal=_moved,
        )

    def _registered(self, before: JobOrder, after: JobOrder) -> Iterator[Write]:
        match before.state, after.state:
            case JobOrderState.POSTED, JobOrderState.ACCEPTED:
                yield Registers(self.table).order_taken_on(after)
            case JobOrderState.ACCEPTED, JobOrderState.CLOSED:
                assert after.closed_at is not None
                yield Registers(self.table).order_over(after.job_order_id, day(after.closed_at))

    def still_accepted(self, order: JobOrder) -> Write:
        """For acts that rest on it. Raises, once committed: Conflict."""
        guards: list[Guard] = [("state", "=", JobOrderState.ACCEPTED)]
        return self.table.check(_key(order), guards=guards, refusal=_moved)

    def filled(self, before: JobOrder, now: datetime) -> Iterator[Write]:
        """One more joined, for the act that consumes its credit with this. Raises StateForbids."""
        yield from self.changed(before, job_order.filled(before, now))


def _moved(_: object) -> Conflict:
    return Conflict("the job order was changed meanwhile")


def _key(order: JobOrder) -> keys.Key:
    return keys.job_order(order.company_id, order.job_order_id)
