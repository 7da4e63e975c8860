"""Job orders whose last day is over: what the clock closes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from shared.domain.job_order import JobOrder
from shared.domain.recommendation import Recommendation
from shared.domain.tokyo import day
from shared.table import keys
from shared.table.commit import Table
from shared.table.job_order_item import INBOX, from_item
from shared.table.recommendations import Recommendations

PAGE = 100


@dataclass(frozen=True, slots=True)
class Endings:
    table: Table

    def due(self, now: datetime) -> Iterator[JobOrder]:
        """Taken on, or still waiting for the agency; as they were a moment ago."""
        for shard in range(keys.SHARDS):
            yield from map(from_item, self.table.due(keys.ending_shard(shard), now))
        for order in self._waiting():
            if order.closes_on and order.closes_on < day(now):
                yield order

    def _waiting(self) -> Iterator[JobOrder]:
        after: str | None = None
        while True:
            items, after = self.table.inbox(INBOX, limit=PAGE, after=after)
            yield from map(from_item, items)
            if after is None:
                return

    def recommended(self, order: JobOrder) -> Iterator[Recommendation]:
        """Everybody who was ever asked about it."""
        of, after = (order.company_id, order.job_order_id), None
        while True:
            found, after = Recommendations(self.table).page(*of, limit=PAGE, after=after)
            yield from found
            if after is None:
                return
