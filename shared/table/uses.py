"""How a company's links are used, exactly: the agency reads it, no company does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shared.domain.company import Company
from shared.domain.figures import COUNTED, REVERSED, VERIFIED
from shared.domain.ids import CompanyId
from shared.domain.link import Link
from shared.table import company_item, keys
from shared.table.commit import Table
from shared.table.gatherings import to_gathered
from shared.table.links import Links


@dataclass(frozen=True, slots=True)
class Use:
    """`registered`: with their address confirmed; `last_on` the last of them. `counted`: now."""

    link: Link
    registered: int = 0
    counted: int = 0
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Uses:
    table: Table

    def page(
        self, company_id: CompanyId, *, limit: int, after: str | None
    ) -> tuple[Company, Sequence[Use], str | None]:
        """Raises CompanyNotFound."""
        links, following = Links(self.table).page(company_id, limit=limit, after=after)
        company, *items = self.table.get_all(
            keys.company(company_id), *(keys.gathered(company_id, one.link_id) for one in links)
        )
        used = [_use(link, item) for link, item in zip(links, items, strict=True)]
        return company_item.found(company), used, following


def _use(link: Link, item: dict[str, object] | None) -> Use:
    found = to_gathered(link.link_id, item)
    counted = found.people.get(COUNTED, 0) - found.people.get(REVERSED, 0)
    return Use(link, found.people.get(VERIFIED, 0), counted, found.on.get(VERIFIED))
