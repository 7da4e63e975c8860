"""A candidate for a job order with all it rests on, as the agency reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from shared.domain.candidate_file import CandidateFile
from shared.domain.company import Company
from shared.domain.errors import RecommendationNotFound
from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId
from shared.domain.job_order import JobOrder
from shared.domain.provision import Values
from shared.domain.recommendation import Item, Recommendation
from shared.table import company_item, file_item, job_order_item, keys, recommendation_item
from shared.table.candidate_files import FARTHEST, CandidateFiles
from shared.table.commit import Table

MOST: Final = 100
"""A candidate's recommendations that are looked through."""
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

    def asking(
        self, company_id: CompanyId, job_order_id: JobOrderId, candidate_id: CandidateId | None
    ) -> tuple[Company, JobOrder, CandidateFile | None]:
        """One request, while nobody's file was merged; None of who is nobody here.

        Raises:
            CompanyNotFound, JobOrderNotFound
        """
        names = [] if candidate_id is None else [candidate_id]
        order_of = keys.company(company_id), keys.job_order(company_id, job_order_id)
        [*files], (company, order) = CandidateFiles(self.table).beside(names, *order_of)
        there = next((file for file in files if file and not file.is_gone), None)
        return company_item.found(company), job_order_item.found(order), there

    def at_company(self, company_id: CompanyId, file: CandidateFile) -> list[Recommendation]:
        """Of this candidate there, as they are now: one request, and one more where there are."""
        partition = keys.of_candidate(file.candidate_id)
        parts, _ = self.table.page(partition, keys.RECOMMENDATION_PREFIX, limit=MOST, after=None)
        wanted = [_named(part) for part in parts if part["company_id"] == company_id]
        found = self.table.get_all(*wanted)
        return [recommendation_item.from_item(item) for item in found if item]

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


def _named(part: dict[str, Any]) -> keys.Key:
    return keys.recommendation(part["company_id"], part["job_order_id"], part["recommendation_id"])
