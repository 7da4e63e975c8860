"""What a company says of itself, and who of its people hears of credits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shared.domain.company_member import CompanyMember
from shared.domain.errors import CompanyNotFound
from shared.domain.ids import CompanyId
from shared.table import keys
from shared.table.commit import Table
from shared.table.company_members import CompanyMembers


@dataclass(frozen=True, slots=True)
class Profiles:
    table: Table

    def change(
        self,
        company_id: CompanyId,
        put: Mapping[str, Any],
        members: Sequence[tuple[CompanyMember, CompanyMember]],
    ) -> None:
        """All of it or none; each member as before and after. Raises CompanyNotFound, Conflict."""
        kept = CompanyMembers(self.table)
        self.table.commit(
            self.table.change(
                keys.company(company_id),
                put=put,
                refusal=lambda _: CompanyNotFound("no such company"),
            ),
            *(write for before, after in members for write in kept.changed(before, after)),
        )
