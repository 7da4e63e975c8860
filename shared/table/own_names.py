"""What a company calls its links and its job orders, many in one request."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from shared.domain.ids import CompanyId, JobOrderId, LinkId
from shared.table import keys
from shared.table.commit import Table


@dataclass(frozen=True, slots=True)
class OwnNames:
    """By their ids, at most a hundred. What is not there any more has no name."""

    table: Table
    company_id: CompanyId

    def links(self, of: Iterable[LinkId]) -> Mapping[str, str]:
        return self._named("label", keys.link, of)

    def job_orders(self, of: Iterable[JobOrderId]) -> Mapping[str, str]:
        return self._named("title", keys.job_order, of)

    def _named[T: str](
        self, name: str, key: Callable[[CompanyId, T], keys.Key], of: Iterable[T]
    ) -> Mapping[str, str]:
        wanted = sorted(set(of))
        found = self.table.get_all(*(key(self.company_id, one) for one in wanted))
        return {one: item[name] for one, item in zip(wanted, found, strict=True) if item}
