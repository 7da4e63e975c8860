"""Somebody joins or leaves: each is one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from shared.domain import job_order
from shared.domain.credit import Lot
from shared.domain.errors import RecommendationNotFound
from shared.domain.ids import CompanyId, JobOrderId, RecommendationId
from shared.domain.job_order import JobOrderState
from shared.domain.ledger import Head
from shared.domain.placement import Joining, Leaving, Placing
from shared.domain.recommendation import Recommendation
from shared.domain.redemption import Move
from shared.table import head_item, job_order_item, keys, lot_item, recommendation_item
from shared.table.commit import Table
from shared.table.credits import Credits
from shared.table.fees import Fees
from shared.table.file_guards import left_alone
from shared.table.job_orders import JobOrders
from shared.table.recommendations import Recommendations
from shared.table.registers import Registers
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import Event


@dataclass(frozen=True, slots=True)
class Placements:
    table: Table

    def standing(
        self,
        company_id: CompanyId,
        job_order_id: JobOrderId,
        recommendation_id: RecommendationId,
    ) -> Placing:
        """One request. Raises JobOrderNotFound, RecommendationNotFound."""
        wanted = (
            keys.recommendation(company_id, job_order_id, recommendation_id),
            keys.job_order(company_id, job_order_id),
            keys.head(company_id),
        )
        if not all(map(keys.fits, wanted)):
            raise RecommendationNotFound("no such recommendation")
        found, order, head = self.table.get_all(*wanted)
        if found is None:
            raise RecommendationNotFound("no such recommendation")
        return Placing(
            recommendation_item.from_item(found),
            job_order_item.found(order),
            head_item.from_item(company_id, head),
        )

    def held(self, spent: Lot) -> tuple[Head, Lot]:
        """The ledger's head, and the credit as it is now."""
        head, lot = self.table.get_all(
            keys.head(spent.company_id), keys.lot(spent.company_id, spent.number)
        )
        assert lot is not None
        return head_item.from_item(spent.company_id, head), lot_item.from_item(lot)

    def fee_jpy(self, hired: Recommendation) -> int | None:
        """None where nobody joined, or the register's row is gone."""
        return Fees(self.table).due(hired)

    def join(
        self,
        joining: Joining,
        events: Sequence[Event],
        now: datetime,
    ) -> None:
        """Raises FileMerged, Conflict."""
        table, after = self.table, joining.after
        table.commit(
            *Recommendations(table).moved(joining.before, after),
            *JobOrders(table).filled(joining.order, now),
            *self._moved(joining.move),
            left_alone(after.candidate_id, joining.left_alone_until),
            *Registers(table).joined(after, joining.fee, fills=self._fills(joining, now)),
            *map(table.outbox, events),
        )

    def leave(
        self,
        leaving: Leaving,
        today: date,
        events: Sequence[Event],
    ) -> None:
        """Raises AlreadyPosted (the credit came back before), Conflict."""
        self.table.commit(
            *Recommendations(self.table).moved(leaving.before, leaving.after),
            *self._moved(leaving.move),
            *Registers(self.table).left(
                leaving.after,
                today,
                restored=leaving.move is not None,
                refund_jpy=leaving.refund_jpy,
            ),
            *map(self.table.outbox, events),
        )

    def _moved(self, move: Move | None) -> Iterator[Write]:
        if move:
            yield from Credits(self.table).moved(move)

    def _fills(self, joining: Joining, now: datetime) -> bool:
        return job_order.filled(joining.order, now).state is JobOrderState.FILLED
