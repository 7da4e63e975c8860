"""What a company says of itself, and who of its people hears of credits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from shared.domain.company_member import CompanyMember
from shared.domain.errors import CompanyNotFound, Conflict
from shared.domain.ids import CompanyId
from shared.table import keys
from shared.table.commit import Table
from shared.table.writes import Write

AT_ONCE: Final = 90
"""Members: beside them the company, the note and the answer, of a hundred writes."""


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
        self.table.commit(
            self.table.change(
                keys.company(company_id),
                put=put,
                refusal=lambda _: CompanyNotFound("no such company"),
            ),
            *(self._hears(before, after) for before, after in members),
        )

    def _hears(self, before: CompanyMember, after: CompanyMember) -> Write:
        return self.table.change(
            keys.company_member(before.company_id, before.person),
            guards=[("hears_of_credits", "=", before.hears_of_credits)],
            put={"hears_of_credits": after.hears_of_credits},
            refusal=lambda _: Conflict("this member changed meanwhile"),
        )
