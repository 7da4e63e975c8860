"""The agency's acts by month, a company's in its own partition. Only ever appended to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from shared.domain.audit import Audited
from shared.domain.ids import CompanyId
from shared.table import keys
from shared.table.codec import moment, stamp
from shared.table.commit import Table
from shared.table.many import many
from shared.table.writes import Write


@dataclass(frozen=True, slots=True)
class Audits:
    table: Table

    def note(self, act: Audited) -> Write:
        """For the transaction that does what is noted."""
        at = stamp(act.at)
        values = {
            "audit_id": act.audit_id,
            "at": at,
            "who": act.who,
            "key_id": act.key_id,
            "what": act.what,
            "about": act.about,
            "told": dict(act.told),
        }
        if act.company_id is None:
            return self.table.new(keys.audit(at, act.audit_id), values)
        key = keys.company_audit(act.company_id, at, act.audit_id)
        return self.table.new(key, {**values, "company_id": act.company_id})

    def page(
        self, month: str, *, limit: int, after: str | None
    ) -> tuple[Sequence[Audited], str | None]:
        """Newest first; `month` as in 2026-03 (UTC)."""
        items, following = self.table.page(
            keys.audits(month), month, limit=limit, after=after, newest=True
        )
        return [_to_act(item) for item in items], following

    def many_of(
        self, month: str, *, most: int, after: str | None
    ) -> tuple[Sequence[Audited], str | None]:
        """As `page`, of more than DynamoDB hands over at once."""
        return many(partial(self.page, month), most, after)

    def of_company(
        self, company_id: CompanyId, *, limit: int, after: str | None
    ) -> tuple[Sequence[Audited], str | None]:
        """Newest first."""
        partition = keys.of_company(company_id)
        items, following = self.table.page(
            partition, keys.AUDIT_PREFIX, limit=limit, after=after, newest=True
        )
        return [_to_act(item) for item in items], following

    def many(
        self, company_id: CompanyId, *, most: int, after: str | None
    ) -> tuple[Sequence[Audited], str | None]:
        """As `of_company`, of more than DynamoDB hands over at once."""
        return many(partial(self.of_company, company_id), most, after)


def _to_act(item: dict[str, Any]) -> Audited:
    kept = {k: v for k, v in item.items() if k in Audited.__dataclass_fields__}
    return Audited(**{**kept, "at": moment(item["at"])})
