"""A credit, reserved for a job order that is read only where it refuses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from shared.domain.errors import Conflict, JobOrderNotFound, RelayError
from shared.domain.ids import JobOrderId
from shared.domain.job_order import JobOrderState
from shared.domain.redemption import Move
from shared.domain.tokyo import day
from shared.table import keys, lot_item
from shared.table.commit import Table
from shared.table.credits import Credits
from shared.table.job_order_item import DIFFERENCE, LAST_DAY, TAKEN, found
from shared.table.spending import may_spend
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import CreditReserved


@dataclass(frozen=True, slots=True)
class Reservations:
    table: Table

    def reserve(
        self,
        move: Move,
        accepted_difference_jpy: int,
        event: CreditReserved,
        now: datetime,
    ) -> None:
        """The move names the job order.

        Raises:
            JobOrderNotFound, StateForbids, FeeDifferenceNotAccepted
            CompanyNotActive
            Conflict: the credit or the ledger moved on meanwhile.
        """
        self.table.commit(
            self._take(move, accepted_difference_jpy, day(now)),
            may_spend(move.after.company_id, now),
            *Credits(self.table).moved(move),
            self.table.outbox(event),
        )

    def _take(self, move: Move, accepted_difference_jpy: int, today: date) -> Write:
        """The guards say what JobOrder.check_reservable says of the item as it was."""

        def refusal(old: dict[str, Any]) -> RelayError:
            try:
                found(old).check_reservable(accepted_difference_jpy, today)
            except RelayError as refused:
                return refused
            return Conflict("the job order was changed meanwhile")

        job_order_id = JobOrderId(str(move.after.job_order_id))
        key = keys.job_order(move.after.company_id, job_order_id)
        if not keys.fits(key):
            raise JobOrderNotFound("no such job order")
        return self.table.change(
            key,
            guards=[
                ("state", "=", JobOrderState.ACCEPTED),
                (TAKEN, "=", False),
                (DIFFERENCE, "=", accepted_difference_jpy),
                (LAST_DAY, ">=", str(today)),
            ],
            put={"credit": lot_item.to_item(move.after), TAKEN: True},
            add={"revision": 1},
            refusal=refusal,
        )
