"""A candidate for a job order with all it rests on, as the agency reads it."""

from __future__ import annotations

from dataclasses import dataclass

from shared.domain.candidate_file import CandidateFile
from shared.domain.company import Company
from shared.domain.errors import RecommendationNotFound
from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId
from shared.domain.job_order import JobOrder
from shared.domain.provision import Values
from shared.domain.recommendation import Item, Recommendation
from shared.table import company_item, file_item, job_order_item, keys, recommendation_item
from shared.table.candidate_files import FARTHEST
from shared.table.commit import Table

type About = tuple[CandidateFile | None, Values, str | None]


@dataclass(frozen=True, slots=True)
class Proceedings:
    table: Table

    def of(
        self, company_id: CompanyId, job_order_id: JobOrderId, name: RecommendationId
    ) -> tuple[Company, JobOrder, Recommendation]:
        """One request. Raises CompanyNotFound, JobOrderNotFound, RecommendationNotFound."""
        company, order, item = self.table.get_all(
            keys.company(company_id),
            keys.job_order(company_id, job_order_id),
            keys.recommendation(company_id, job_order_id, name),
        )
        if item is None:
            raise RecommendationNotFound("no such recommendation")
        found = recommendation_item.from_item(item)
        return company_item.found(company), job_order_item.found(order), found

    def about(self, of: Recommendation) -> About:
        """Whom, what the company was shown of them, and the adviser's note; one request, and one
        more each time their file was merged."""
        candidate_id = of.candidate_id
        for _ in range(FARTHEST):
            file, shown, note = self.table.get_all(
                keys.candidate_file(candidate_id),
                keys.part_of_file(candidate_id, keys.SHOWN_PREFIX, of.recommendation_id),
                keys.part_of_file(candidate_id, keys.NOTE_PREFIX, of.recommendation_id),
            )
            if file is None or not file.get("merged_into"):
                break
            candidate_id = CandidateId(file["merged_into"])
        if file is None:
            return None, {}, None
        values = {Item(item): value for item, value in (shown or {}).get("shown", {}).items()}
        return file_item.from_item(file), values, note["note"] if note else None

    def has_cv(self, candidate_id: CandidateId) -> bool:
        partition = keys.of_candidate(candidate_id)
        found, _ = self.table.page(partition, keys.CV_PREFIX, limit=1, after=None)
        return bool(found)
