"""Credits whose end comes near, and companies that left: what the clock looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from shared.domain.company import Company
from shared.domain.credit import Lot
from shared.domain.errors import AlreadyDone
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head
from shared.domain.redemption import Move
from shared.table import keys, lot_item
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.credits import Credits
from shared.table.ledgers import Ledgers
from shared.table.runoffs import Runoffs

if TYPE_CHECKING:
    from shared.contracts.events import CreditExpired, CreditExpiring

REMEMBERED = timedelta(days=400)
"""Longer than any notice comes before its end."""


@dataclass(frozen=True, slots=True)
class Expiries:
    table: Table

    def due(self, now: datetime) -> Iterator[Lot]:
        """Available, and over within half a year; as it was a moment ago."""
        for shard in range(keys.SHARDS):
            yield from map(lot_item.from_item, self.table.due(keys.credit_shard(shard), now))

    def leaving(self) -> Iterator[Company]:
        """Those that left and have, or may get back, credits to spend."""
        for item in self.table.due(keys.RUNOFF):
            yield Companies(self.table).find(CompanyId(item["company_id"]))

    def available(self, company_id: CompanyId) -> Iterator[Lot]:
        partition = keys.of_company(company_id)
        yield from map(lot_item.from_item, self.table.all_of(partition, keys.AVAILABLE_PREFIX))

    def head(self, company_id: CompanyId) -> Head:
        return Ledgers(self.table).head(company_id)

    def notice(self, event: CreditExpiring) -> bool:
        """Say it; False where it was said. Raises Conflict."""
        key = keys.noticed(CompanyId(event.company_id), event.event_id)
        if self.table.get(key):
            return False
        forget = int((event.occurred_at + REMEMBERED).timestamp())
        try:
            self.table.commit(self.table.new(key, {keys.EXPIRES: forget}), self.table.outbox(event))
        except AlreadyDone:
            return False
        return True

    def expire(self, move: Move, event: CreditExpired) -> None:
        """Raises AlreadyPosted, Conflict."""
        self.table.commit(*Credits(self.table).moved(move), self.table.outbox(event))

    def rest(self, company: Company) -> None:
        """Look after it no more. Raises Conflict."""
        self.table.commit(Runoffs(self.table).rest(company))
