"""The registers, read month by month, and the companies they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import batched
from typing import Any, Final

from shared.domain.ids import CompanyId
from shared.domain.register_rows import Employer
from shared.domain.registers import Kind
from shared.table import keys
from shared.table.commit import Table

PREFIXES: Final = {Kind.SEEKERS: "cnd_", Kind.ORDERS: "job_", Kind.FEES: "rec_"}
MARK: Final = "/"
"""Between a month and the id to go on after, in what a page ends with."""
AT_ONCE: Final = 50
"""Companies in one read: two items each, of a hundred."""

type Items = tuple[list[dict[str, Any]], str | None]


@dataclass(frozen=True, slots=True)
class RegisterPages:
    table: Table

    def page(self, kind: Kind, months: Sequence[str], *, limit: int, after: str | None) -> Items:
        """At most `limit` rows of these months, oldest first, and where the next page starts."""
        begun, _, start = (after or f"{months[0]}{MARK}").partition(MARK)
        found = list[dict[str, Any]]()
        for month in (m for m in months if m >= begun):
            last: str | None = start if month == begun and start else None
            while len(found) < limit:
                items, last = self._read(kind, month, limit - len(found), last)
                found += items
                if last is None:
                    break
            if len(found) >= limit:
                return found, self._next(months, month, last)
        return found, None

    def _read(self, kind: Kind, month: str, limit: int, after: str | None) -> Items:
        partition = keys.of_register(kind, month)
        return self.table.page(partition, PREFIXES[kind], limit=limit, after=after)

    def _next(self, months: Sequence[str], month: str, last: str | None) -> str | None:
        """In the same month, or at the beginning of the next one."""
        if last:
            return f"{month}{MARK}{last}"
        return next((f"{m}{MARK}" for m in months if m > month), None)

    def employers(self, wanted: Iterable[CompanyId]) -> dict[CompanyId, Employer]:
        """As they are now; of a company that is there no more nothing is said."""
        known = dict[CompanyId, Employer]()
        for some in batched(sorted(set(wanted)), AT_ONCE, strict=False):
            asked = [key for c in some for key in (keys.company(c), keys.employer(c))]
            found = self.table.get_all(*asked)
            for company_id, company, told in zip(some, found[::2], found[1::2], strict=True):
                if company:
                    known[company_id] = _employer(company, told or {})
        return known


def _employer(company: dict[str, Any], told: dict[str, Any]) -> Employer:
    contact = f"{company['contact_name']} {company['contact_email']}"
    return Employer(company["name"], contact, told.get("address"), told.get("phone"))
