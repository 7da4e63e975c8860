"""What a company that left may still spend, and who looks after it until then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.domain.company import Company
from shared.domain.errors import Conflict
from shared.domain.expiry import lengthened
from shared.domain.ids import CompanyId
from shared.table import company_item, keys
from shared.table.codec import due, stamp
from shared.table.commit import Table
from shared.table.writes import Write


def _moved(_: object) -> Conflict:
    return Conflict("the company's run-off changed meanwhile")


def looked_after(since: datetime) -> dict[str, Any]:
    return due(keys.RUNOFF, since)


@dataclass(frozen=True, slots=True)
class Runoffs:
    table: Table

    def lengthened(self, company_id: CompanyId, usable_for: datetime) -> Iterator[Write]:
        """For the act that brings a credit; nothing for a company that stays."""
        item = self.table.get(keys.company(company_id))
        until = lengthened(company_item.from_item(item), usable_for) if item else None
        if until:
            put = {"usable_until": stamp(until), **looked_after(until)}
            yield self.table.change(keys.company(company_id), put=put, refusal=_moved)

    def rest(self, company: Company) -> Write:
        """Look after it no more, if its end is still the one that was read."""
        assert company.usable_until is not None
        return self.table.change(
            keys.company(company.company_id),
            guards=[("usable_until", "=", stamp(company.usable_until))],
            remove=keys.DUE,
            refusal=_moved,
        )
