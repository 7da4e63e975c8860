"""What the agency adds to the registers because no act of the programme tells it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from shared.domain.amendment import FeeAmendment, SeekerAmendment
from shared.domain.errors import CandidateNotFound, Conflict, RecommendationNotFound
from shared.domain.fee_row import FeeRow
from shared.domain.ids import CandidateId, CompanyId, RecommendationId
from shared.domain.registers import Kind, kept_until
from shared.table import keys, register_item
from shared.table.commit import Table
from shared.table.register_item import REFUND, STAY
from shared.table.registers import order, seeker


def _gone(_: object) -> Conflict:
    return Conflict("this row was deleted meanwhile")


@dataclass(frozen=True, slots=True)
class RegisterAmendments:
    table: Table

    def seeker(self, candidate_id: CandidateId, said: SeekerAmendment) -> None:
        """Raises CandidateNotFound."""

        def unknown(_: object) -> CandidateNotFound:
            return CandidateNotFound("no such row")

        try:
            key = seeker(candidate_id)
        except (ValueError, OverflowError) as why:
            raise unknown(why) from None
        self.table.commit(self.table.change(key, put=_plain(asdict(said)), refusal=unknown))

    def employer(self, company_id: CompanyId, address: str | None, phone: str | None) -> None:
        """Of a company that is there: whoever asks has looked."""
        key, values = keys.employer(company_id), {"address": address, "phone": phone}
        before = self.table.get(key)
        if before is None:
            self.table.commit(self.table.new(key, values, _gone))
        else:
            self.table.commit(self.table.change(key, put=values, refusal=_gone))

    def fee(self, month: str, recommendation_id: RecommendationId) -> FeeRow:
        """Raises RecommendationNotFound."""
        key = keys.register(Kind.FEES, month, recommendation_id)
        item = self.table.get(key)
        if item is None:
            raise RecommendationNotFound("no such row in this month")
        return register_item.to_fee(item)

    def amend(self, row: FeeRow, month: str, said: FeeAmendment) -> None:
        """The fee itself, and what became of the hire in the two other registers. Raises Conflict.

        A fee that was collected is complete.
        """
        own: dict[str, Any] = {"remark": said.remark}
        if said.collected_on:
            own["collected_on"] = str(said.collected_on)
            own[keys.EXPIRES] = int(kept_until(said.collected_on).timestamp())
        hire = {
            f"{STAY}{row.recommendation_id}": said.stay,
            f"{REFUND}{row.recommendation_id}": said.refund_jpy,
        }
        changes = (
            (keys.register(Kind.FEES, month, row.recommendation_id), own),
            (seeker(row.candidate_id), hire),
            (order(row.job_order_id), hire),
        )
        told = [(key, _plain(values)) for key, values in changes]
        self.table.commit(
            *(self.table.change(key, put=values, refusal=_gone) for key, values in told if values)
        )


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    known = {name: value for name, value in values.items() if value is not None}
    return {n: str(v) if n.endswith("_on") else v for n, v in known.items()}
