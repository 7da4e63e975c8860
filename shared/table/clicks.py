"""Visits of a company's links, by month. In a table of their own: no stream, no index, nothing
rests on them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, get_args

from shared.domain.ids import CompanyId, LinkId
from shared.domain.link import Visit
from shared.domain.series import Days, Seen
from shared.domain.tokyo import day as day_of
from shared.table import keys
from shared.table.codec import encode
from shared.table.commit import Table
from shared.table.writes import key_of


@dataclass(frozen=True, slots=True)
class Clicks:
    """Its client must not retry: a visit may be lost, never doubled."""

    table: Table

    def count(self, company_id: CompanyId, link_id: LinkId, visit: Visit, at: datetime) -> None:
        on = day_of(at)
        self.table.client.update_item(
            TableName=self.table.name,
            Key=key_of(keys.clicks(company_id, link_id, f"{on:%Y-%m}")),
            UpdateExpression="ADD #kind :one",
            ExpressionAttributeNames={"#kind": f"{visit}_{on:%d}"},
            ExpressionAttributeValues=encode({":one": 1}),
        )


@dataclass(frozen=True, slots=True)
class Visits:
    """For whom reads them."""

    table: Table

    def seen(self, company_id: CompanyId, link_id: LinkId | None, days: Days) -> dict[Seen, int]:
        """By all links, or by one: an item a month and link, in one request."""
        first, *_, last = (*days.months(), *days.months())
        partition = keys.of_company(company_id)
        items = self.table.spanning(partition, keys.clicks_of(first), keys.clicks_of(last) + "~")
        found = dict(pair for item in items for pair in _seen(item))
        return {seen: times for seen, times in found.items() if link_id in (None, seen[0])}

    def lately(
        self, company_id: CompanyId, links: Sequence[LinkId], days: Days
    ) -> dict[LinkId, date]:
        """The last of these days a person opened each link, in one request.

        A hundred items at most: of fifty links the months of two.
        """
        wanted = [keys.clicks(company_id, link, month) for link in links for month in days.months()]
        items = (item for item in self.table.get_all(*wanted) if item)
        opened = dict[LinkId, date]()
        for (link, kind, on), times in (pair for item in items for pair in _seen(item)):
            if kind == "human" and times:
                opened[link] = max(on, opened.get(link, on))
        return opened


def _seen(item: Mapping[str, Any]) -> Iterator[tuple[Seen, int]]:
    _, month, link_id = item[keys.SORT].split("#")
    for kind in get_args(Visit):
        for name, times in item.items():
            if name.startswith(f"{kind}_"):
                on = date.fromisoformat(f"{month}-{name.removeprefix(f'{kind}_')}")
                yield (LinkId(link_id), kind, on), times
