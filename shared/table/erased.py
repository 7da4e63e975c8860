"""What was erased, by the month it was done in; written with the last of each (table.erasures)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from shared.domain.erasure import Erasure
from shared.domain.ids import CandidateId
from shared.table import keys
from shared.table.codec import moment, optional_moment
from shared.table.commit import Table

TIMES: Final = "20"
"""What the sort keys of erasures begin with, and that of their number does not."""


@dataclass(frozen=True, slots=True)
class Erased:
    table: Table

    def page(
        self, month: str, *, limit: int, after: str | None
    ) -> tuple[Sequence[Erasure], str | None]:
        """Oldest first; `month` as in 2026-03 (Tokyo)."""
        items, following = self.table.page(keys.erasures(month), TIMES, limit=limit, after=after)
        return [_from_item(item) for item in items], following

    def how_many(self, *months: str) -> list[int]:
        """Of each month, in one request, which may name no month twice."""
        each = [*dict.fromkeys(months)]
        items = self.table.get_all(*(keys.erased(month) for month in each))
        found = dict(zip(each, items, strict=True))
        return [int(item["erased"]) if (item := found[month]) else 0 for month in months]


def _from_item(item: dict[str, Any]) -> Erasure:
    candidate_id = CandidateId(str(item[keys.SORT]).partition("#")[2])
    asked_at = optional_moment(item.get("asked_at"))
    return Erasure(candidate_id, moment(item["at"]), item["files"], asked_at)
