"""A register's row as the agency amends it: whose it is, and what stands in it now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from shared.domain.errors import CandidateNotFound, CompanyNotFound, RecommendationNotFound
from shared.domain.ids import CandidateId, CompanyId, RecommendationId
from shared.domain.registers import Kind, month, received
from shared.table import keys, registers
from shared.table.commit import Table
from shared.table.register_item import REFUND, STAY
from shared.table.register_pages import RegisterPages

SEEKER: Final = ("address", "born_on", "remark")
EMPLOYER: Final = ("address", "phone")
FEE: Final = ("collected_on", "refund_jpy", "stay", "remark")


@dataclass(frozen=True, slots=True)
class Amendable:
    """
    Args:
        about: a name people know it by.
        month: of the register it stands in; none of an employer.
        values: of what may be amended, empty where nothing is known.
    """

    about: str
    month: str | None
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Amendables:
    table: Table

    def seeker(self, candidate_id: CandidateId) -> Amendable:
        """Raises CandidateNotFound."""
        try:
            key = registers.seeker(candidate_id)
        except (ValueError, OverflowError):
            raise CandidateNotFound("no such row") from None
        item = self.table.get(key)
        if item is None:
            raise CandidateNotFound("no such row")
        return Amendable(item["name"], month(received(candidate_id)), _values(item, SEEKER))

    def employer(self, company_id: CompanyId) -> Amendable:
        """Raises CompanyNotFound."""
        found = RegisterPages(self.table).employers([company_id]).get(company_id)
        if found is None:
            raise CompanyNotFound("no such company")
        return Amendable(found.name, None, {name: getattr(found, name) or "" for name in EMPLOYER})

    def fee(self, of: str, name: RecommendationId) -> Amendable:
        """With what became of the hire, which stands in the seeker's row.

        Raises RecommendationNotFound.
        """
        item = self.table.get(keys.register(Kind.FEES, of, name))
        if item is None:
            raise RecommendationNotFound("no such row in this month")
        company = CompanyId(item["company_id"])
        hired = registers.seeker(item["candidate_id"])
        hire, payer = self.table.get_all(hired, keys.company(company))
        told = {"stay": f"{STAY}{name}", "refund_jpy": f"{REFUND}{name}"}
        stood = {field: (hire or {}).get(said) for field, said in told.items()}
        about = payer["name"] if payer else company
        return Amendable(about, of, _values({**item, **stood}, FEE))


def _values(item: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, str]:
    return {name: "" if item.get(name) is None else str(item[name]) for name in names}
