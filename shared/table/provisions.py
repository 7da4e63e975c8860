"""Provision records, by the month they were made in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from shared.domain.provision import Provision
from shared.table import keys, provision_item
from shared.table.commit import Table


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
