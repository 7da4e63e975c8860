"""Whole months of the registers, for who counts them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import batched
from typing import Final

from shared.domain.dealing import Dealing
from shared.domain.fee_row import FeeRow
from shared.domain.ids import JobOrderId, RecommendationId
from shared.domain.register_rows import OrderRow, SeekerRow
from shared.domain.registers import Kind
from shared.table import keys
from shared.table.commit import Table
from shared.table.register_item import to_fee, to_order, to_seeker
from shared.table.registers import order

AT_ONCE: Final = 100
"""Items in one read."""


@dataclass(frozen=True, slots=True)
class RegisterMonths:
    """A read for each megabyte: some thousand rows."""

    table: Table

    def seekers(self, month: str) -> list[SeekerRow]:
        return [to_seeker(item) for item in self._all(Kind.SEEKERS, month)]

    def orders(self, month: str) -> list[OrderRow]:
        return [to_order(item) for item in self._all(Kind.ORDERS, month)]

    def fees(self, month: str) -> list[FeeRow]:
        return [to_fee(item) for item in self._all(Kind.FEES, month)]

    def hires(self, fees: Iterable[FeeRow]) -> Mapping[RecommendationId, Dealing]:
        """What the registers say of the introductions behind these; a row may be gone by now."""
        found = dict[RecommendationId, Dealing]()
        wanted = sorted({fee.job_order_id for fee in fees})
        for some in batched(wanted, AT_ONCE, strict=False):
            for item in self.table.get_all(*(order(JobOrderId(name)) for name in some)):
                for dealing in to_order(item).dealings if item else ():
                    found[dealing.recommendation_id] = dealing
        return found

    def _all(self, kind: Kind, month: str) -> Iterable[dict[str, object]]:
        return self.table.partition(keys.of_register(kind, month))
