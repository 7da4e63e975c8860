"""Provision records, by the month they were made in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from shared.domain.provision import Provision
from shared.table import keys
from shared.table.commit import Table
from shared.table.provision_item import to_provision

PAGE = 500


@dataclass(frozen=True, slots=True)
class Provisions:
    table: Table

    def between(self, since: datetime, until: datetime) -> Iterator[Provision]:
        """From `since` on and before `until`, oldest first."""
        for month in keys.months(since, until):
            for made in self._of(month):
                if since <= made.at < until:
                    yield made

    def _of(self, month: str) -> Iterator[Provision]:
        partition, after = f"{keys.PROVISION_PREFIX}{month}", None
        while True:
            items, after = self.table.page(partition, month, limit=PAGE, after=after)
            yield from map(to_provision, items)
            if after is None:
                return
