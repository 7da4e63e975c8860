"""Job orders whose last day is over: what the clock closes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from shared.domain.job_order import JobOrder
from shared.domain.recommendation import Recommendation
from shared.domain.tokyo import day
from shared.table import keys
from shared.table.commit import Table
from shared.table.job_order_item import from_item
from shared.table.recommendation_item import from_item as to_recommendation


@dataclass(frozen=True, slots=True)
class Endings:
    table: Table

    def due(self, now: datetime) -> Iterator[JobOrder]:
        """Taken on, or still waiting for the agency; as they were a moment ago."""
        for shard in range(keys.SHARDS):
            yield from map(from_item, self.table.due(keys.ending_shard(shard), now))
        for order in map(from_item, self.table.due(keys.inbox(keys.Inbox.JOB_ORDERS))):
            if order.closes_on and order.closes_on < day(now):
                yield order

    def recommended(self, order: JobOrder) -> Iterator[Recommendation]:
        """Everybody who was ever asked about it."""
        of = keys.of_company(order.company_id), keys.recommendations(order.job_order_id)
        yield from map(to_recommendation, self.table.all_of(*of))
