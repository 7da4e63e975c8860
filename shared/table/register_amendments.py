"""What the agency adds to the registers because no act of the programme tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from shared.domain.amendment import FeeAmendment, SeekerAmendment
from shared.domain.errors import (
    CandidateNotFound,
    Conflict,
    RecommendationNotFound,
    RelayError,
    StateForbids,
)
from shared.domain.fee_row import FeeRow
from shared.domain.ids import CandidateId, CompanyId, RecommendationId
from shared.domain.milestone import Guard
from shared.domain.registers import Kind, kept_until
from shared.table import keys, register_item
from shared.table.commit import Table
from shared.table.register_item import REFUND, STAY
from shared.table.registers import order, seeker

type Seen = Mapping[str, Any] | None
"""By its name what somebody had before them, None where it was empty: it must still be so."""


def _gone(item: dict[str, Any]) -> RelayError:
    return _moved(item) if item else Conflict("this row was deleted meanwhile")


def _moved(_: object) -> RelayError:
    return StateForbids("somebody amended this row meanwhile", "amended")


@dataclass(frozen=True, slots=True)
class RegisterAmendments:
    table: Table

    def seeker(self, candidate_id: CandidateId, said: SeekerAmendment, seen: Seen = None) -> None:
        """Raises CandidateNotFound, StateForbids."""

        def unknown(item: dict[str, Any]) -> RelayError:
            return _moved(item) if item else CandidateNotFound("no such row")

        try:
            key = seeker(candidate_id)
        except (ValueError, OverflowError):
            raise CandidateNotFound("no such row") from None
        guards, unset = _as_seen(seen)
        put = _plain(asdict(said))
        self.table.commit(
            self.table.change(key, guards=guards, unset=unset, put=put, refusal=unknown)
        )

    def employer(
        self, company_id: CompanyId, address: str | None, phone: str | None, seen: Seen = None
    ) -> None:
        """Of a company that is there: whoever asks has looked. Raises StateForbids."""
        key, values = keys.employer(company_id), {"address": address, "phone": phone}
        guards, unset = _as_seen(seen)
        if self.table.get(key) is None:
            if guards:
                raise _moved(None)
            self.table.commit(self.table.new(key, values, _gone if seen is None else _moved))
        else:
            self.table.commit(
                self.table.change(key, guards=guards, unset=unset, put=values, refusal=_gone)
            )

    def fee(self, month: str, recommendation_id: RecommendationId) -> FeeRow:
        """Raises RecommendationNotFound."""
        key = keys.register(Kind.FEES, month, recommendation_id)
        item = self.table.get(key)
        if item is None:
            raise RecommendationNotFound("no such row in this month")
        return register_item.to_fee(item)

    def amend(self, row: FeeRow, month: str, said: FeeAmendment, seen: Seen = None) -> None:
        """The fee itself, and what became of the hire in the two other registers.

        A fee that was collected is complete.

        Raises Conflict, StateForbids.
        """
        own: dict[str, Any] = {"remark": said.remark}
        if said.collected_on:
            own["collected_on"] = str(said.collected_on)
            own[keys.EXPIRES] = int(kept_until(said.collected_on).timestamp())
        stay, refund = f"{STAY}{row.recommendation_id}", f"{REFUND}{row.recommendation_id}"
        hire = {stay: said.stay, refund: said.refund_jpy}
        names = {"stay": stay, "refund_jpy": refund}
        of_fee = seen and {n: v for n, v in seen.items() if n not in names}
        of_hire = seen and {names[n]: v for n, v in seen.items() if n in names}
        changes = (
            (keys.register(Kind.FEES, month, row.recommendation_id), own, of_fee),
            (seeker(row.candidate_id), hire, of_hire),
            (order(row.job_order_id), hire, of_hire),
        )
        told = [(key, _plain(values), *_as_seen(was)) for key, values, was in changes]
        self.table.commit(
            *(
                self.table.change(key, guards=guards, unset=unset, put=values, refusal=_gone)
                for key, values, guards, unset in told
                if values
            )
        )


def _as_seen(seen: Seen) -> tuple[Sequence[Guard], Sequence[str]]:
    said = seen or {}
    guards = [(name, "=", value) for name, value in said.items() if value is not None]
    return guards, [name for name, value in said.items() if value is None]


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    known = {name: value for name, value in values.items() if value is not None}
    return {n: str(v) if n.endswith("_on") else v for n, v in known.items()}
