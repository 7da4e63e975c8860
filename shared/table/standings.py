"""A company with where it stands, in one request: what its console's pages are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from shared.domain.company import Company
from shared.domain.errors import RecommendationNotFound
from shared.domain.ids import CompanyId, JobOrderId, RecommendationId
from shared.domain.job_order import JobOrder
from shared.domain.ledger import Head
from shared.domain.provision import Values
from shared.domain.recommendation import Item, Recommendation
from shared.domain.saving import OwnCosts
from shared.table import (
    company_item,
    file_item,
    head_item,
    job_order_item,
    keys,
    own_costs_item,
    recommendation_item,
)
from shared.table.commit import Table

MOST_ORDERS = 98
"""Beside the company and its head: a transaction reads a hundred."""


@dataclass(frozen=True, slots=True)
class Standings:
    table: Table

    def of(self, company_id: CompanyId) -> tuple[Company, Head]:
        """Raises CompanyNotFound."""
        company, head = self.table.get_all(keys.company(company_id), keys.head(company_id))
        return company_item.found(company), head_item.from_item(company_id, head)

    def order(
        self, company_id: CompanyId, job_order_id: JobOrderId
    ) -> tuple[Company, Head, JobOrder]:
        """Raises CompanyNotFound; JobOrderNotFound, also for another company's."""
        company, head, order = self.table.get_all(
            keys.company(company_id),
            keys.head(company_id),
            keys.job_order(company_id, job_order_id),
        )
        found = job_order_item.found(order)
        return company_item.found(company), head_item.from_item(company_id, head), found

    def costs(
        self, company_id: CompanyId, job_orders: Sequence[JobOrderId]
    ) -> tuple[Company, Head, OwnCosts | None, list[JobOrder]]:
        """What hires cost the company by its own word, with the orders its credits paid for.

        Of very many orders the rest in further requests.
        """
        company, head, *orders = self.table.get_all(
            keys.company(company_id),
            keys.head(company_id),
            *(keys.job_order(company_id, name) for name in job_orders[:MOST_ORDERS]),
        )
        for start in range(MOST_ORDERS, len(job_orders), MOST_ORDERS):
            more = job_orders[start : start + MOST_ORDERS]
            orders += self.table.get_all(*(keys.job_order(company_id, name) for name in more))
        costs = own_costs_item.from_item((company or {}).get("own_costs"))
        there = [job_order_item.from_item(order) for order in orders if order]
        return company_item.found(company), head_item.from_item(company_id, head), costs, there

    def introduced(
        self, company_id: CompanyId, job_order_id: JobOrderId, name: RecommendationId
    ) -> tuple[Company, Recommendation]:
        """Raises CompanyNotFound; RecommendationNotFound, also of whom it was not shown."""
        company, item = self.table.get_all(
            keys.company(company_id), keys.recommendation(company_id, job_order_id, name)
        )
        found = recommendation_item.from_item(item) if item else None
        if found is None or found.recommended_at is None:
            raise RecommendationNotFound("no such recommendation")
        return company_item.found(company), found

    def shown(self, of: Recommendation) -> Values:
        """What the company was shown, and only of who is there."""
        file, part = self._file(of)
        if not of.is_shown or file is None or not file_item.from_item(file).is_open or not part:
            return {}
        return {Item(item): value for item, value in part["shown"].items()}

    def _file(self, of: Recommendation) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
        """By its new name where it was merged away."""
        candidate_id, file, part = of.candidate_id, None, None
        for _ in range(3):
            key = keys.part_of_file(candidate_id, keys.SHOWN_PREFIX, of.recommendation_id)
            file, part = self.table.get_all(keys.candidate_file(candidate_id), key)
            if file is None or not file.get("merged_into"):
                break
            candidate_id = file["merged_into"]
        return file, part
