"""A company says what its hires cost it."""

from dataclasses import dataclass

from shared.domain.errors import CompanyNotFound
from shared.domain.ids import CompanyId
from shared.domain.saving import OwnCosts
from shared.table import keys, own_costs_item
from shared.table.commit import Table


@dataclass(frozen=True, slots=True)
class CostBooks:
    table: Table

    def keep(self, company_id: CompanyId, costs: OwnCosts) -> None:
        """Raises CompanyNotFound."""
        self.table.commit(
            self.table.change(
                keys.company(company_id),
                put={"own_costs": own_costs_item.to_item(costs)},
                refusal=lambda _: CompanyNotFound("no such company"),
            )
        )
