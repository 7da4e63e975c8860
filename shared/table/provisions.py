"""Provision records, by the month they were made in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.domain.provision import Provision
from shared.table import keys, provision_item
from shared.table.codec import stamp
from shared.table.commit import Table

AFTER = "!"
"""Sorts before all that may follow an id."""


@dataclass(frozen=True, slots=True)
class Provisions:
    table: Table

    def between(self, since: datetime, until: datetime) -> Iterator[Provision]:
        """From `since` on and before `until`, oldest first."""
        for month in keys.months(since, until):
            for item in self.table.partition(f"{keys.PROVISION_PREFIX}{month}"):
                made = provision_item.from_item(item)
                if since <= made.at < until:
                    yield made

    def page(
        self, since: datetime, until: datetime, *, limit: int, after: str | None
    ) -> tuple[Sequence[Provision], str | None]:
        """At most `limit` of the same, and where the next page starts: a request for each month."""
        first, last = max(stamp(since), f"{after}{AFTER}" if after else ""), stamp(until)
        found = list[Provision]()
        if first > last:
            return found, None
        for month in keys.months(since, until):
            if month < first[:7] or len(found) >= limit:
                continue
            partition = f"{keys.PROVISION_PREFIX}{month}"
            items, following = self.table.between(partition, first, last, limit=limit - len(found))
            found += map(provision_item.from_item, items)
            if following:
                return found, following
        return found, _name(found[-1]) if len(found) == limit else None


def _name(made: Provision) -> str:
    return keys.provision(made.at, made.recommendation_id).sk
