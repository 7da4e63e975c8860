"""A company with what those are called who acted for it: one request."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shared.domain.company import Company
from shared.domain.ids import CompanyId
from shared.table import company_item, keys
from shared.table.commit import Table


@dataclass(frozen=True, slots=True)
class Rosters:
    table: Table

    def of(self, company_id: CompanyId) -> tuple[Company, Mapping[str, str]]:
        """Names by person, member's id and key's id, also of who is gone.

        Raises CompanyNotFound.
        """
        company, roster = self.table.get_all(keys.company(company_id), keys.roster(company_id))
        return company_item.found(company), names(roster)


def names(roster: Mapping[str, Any] | None) -> Mapping[str, str]:
    """Beside its names it counts owners."""
    return {name: said for name, said in (roster or {}).items() if isinstance(said, str)}
