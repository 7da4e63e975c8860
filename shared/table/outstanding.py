"""Over all companies: the credits not yet spent, and at what pace more are earned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import batched
from typing import Any, Final

from shared.domain.credit import Lot
from shared.domain.forecast import Pace
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head
from shared.domain.milestone import Tally
from shared.domain.registration import State
from shared.table import head_item, keys, lot_item, tally_item
from shared.table.codec import moment, stamp
from shared.table.commit import Table
from shared.table.expression import Expression
from shared.table.refusals import understanding

LOOKED_BACK: Final = timedelta(days=90)
AT_ONCE: Final = 50
"""Companies read in one request: two items each."""
LOOKED_AT: Final = 500
"""Companies whose last days are counted; the pace of the others is that of all their time."""
FOREVER: Final = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Books:
    company_id: CompanyId
    since: datetime
    tally: Tally
    head: Head


@dataclass(frozen=True, slots=True)
class Outstanding:
    table: Table

    def available(self) -> Iterator[Lot]:
        """A query a shard and a megabyte, whoever holds them; as it was a moment ago."""
        for shard in range(keys.SHARDS):
            for item in self.table.due(keys.credit_shard(shard), FOREVER):
                yield lot_item.from_item(item)

    def books(self) -> Iterator[Books]:
        """Of every company ever let in."""
        for some in batched(self.table.by_company(keys.COMPANIES), AT_ONCE, strict=False):
            ids = [CompanyId(i[keys.PARTITION].removeprefix(keys.COMPANY_PREFIX)) for i in some]
            wanted = [key(company_id) for company_id in ids for key in (keys.tally, keys.head)]
            read = batched(self.table.get_all(*wanted), 2, strict=True)
            for company_id, item, (tally, head) in zip(ids, some, read, strict=True):
                yield Books(
                    company_id,
                    moment(item[keys.COMPANY_SORT]),
                    tally_item.from_item(company_id, tally),
                    head_item.from_item(company_id, head),
                )

    def paces(self, books: Sequence[Books], now: datetime) -> list[Pace]:
        """Of the companies that may earn more."""
        earning = [of for of in books if of.tally.active and of.tally.n > 0]
        return [self._pace(of, now, looked=n < LOOKED_AT) for n, of in enumerate(earning)]

    def _pace(self, of: Books, now: datetime, *, looked: bool) -> Pace:
        """A company let in less than 90 days ago counts as if it had been there all the while."""
        since, tally = now - LOOKED_BACK, of.tally
        counted, days = tally.n, LOOKED_BACK / timedelta(days=1)
        if of.since < since and looked:
            counted = self._counted(of.company_id, since, now)
        elif of.since < since:
            days = (now - of.since) / timedelta(days=1)
        return Pace(counted, days, tally.r - tally.debt)

    def _counted(self, company_id: CompanyId, since: datetime, now: datetime) -> int:
        months = keys.company_months(company_id, since, now)
        return sum(self._counted_in(month, since) for month in months)

    def _counted_in(self, month: str, since: datetime) -> int:
        """Registered and counted since then; a query a month and a megabyte."""
        expression = Expression()
        condition = f"{expression.name(keys.COMPANY_PARTITION)} = {expression.value(month)}"
        condition += (
            f" AND {expression.name(keys.COMPANY_SORT)} >= {expression.value(stamp(since))}"
        )
        counts = expression.all_of([("state", "=", State.COUNTED)])
        pages: Any = self.table.client.get_paginator("query").paginate(
            TableName=self.table.name,
            IndexName=keys.COMPANY_INDEX,
            KeyConditionExpression=condition,
            FilterExpression=counts,
            Select="COUNT",
            **expression.arguments(),
        )
        with understanding():
            return sum(page["Count"] for page in pages)
