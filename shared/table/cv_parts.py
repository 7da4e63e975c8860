"""A candidate's CV, as a part of their file: it goes where the file goes."""

from __future__ import annotations

from dataclasses import dataclass

from shared.domain.cv import Cv, CvHolder
from shared.domain.errors import CandidateNotFound
from shared.domain.ids import CandidateId, CvId
from shared.table import cv_item, keys
from shared.table.candidate_files import CandidateFiles
from shared.table.commit import Table
from shared.table.file_guards import still_kept
from shared.table.writes import Write


@dataclass(frozen=True, slots=True)
class CvParts:
    table: Table

    def find(self, candidate_id: CandidateId) -> CvHolder:
        """Raises CandidateNotFound."""
        file = CandidateFiles(self.table).find(candidate_id)
        file.check_there()
        partition = keys.of_candidate(file.candidate_id)
        items, _ = self.table.page(partition, keys.CV_PREFIX, limit=1, after=None, newest=True)
        return CvHolder(file.candidate_id, cv_item.from_item(items[0]) if items else None)

    def note_cv(self, candidate_id: CandidateId, cv: Cv, before: Cv | None) -> None:
        """Raises CandidateNotFound."""
        self.table.commit(
            still_kept(candidate_id),
            self.table.new(_key(candidate_id, cv.cv_id), cv_item.to_item(cv)),
            *([self._gone(candidate_id, before.cv_id)] if before else []),
        )

    def remove(self, candidate_id: CandidateId, cv: Cv) -> None:
        """Raises CandidateNotFound."""
        self.table.commit(still_kept(candidate_id), self._gone(candidate_id, cv.cv_id))

    def _gone(self, candidate_id: CandidateId, cv_id: CvId) -> Write:
        guards = [("cv_id", "=", cv_id)]
        return self.table.delete(
            _key(candidate_id, cv_id),
            guards=guards,
            refusal=lambda _: CandidateNotFound("another CV is there"),
        )


def _key(candidate_id: CandidateId, cv_id: CvId) -> keys.Key:
    return keys.part_of_file(candidate_id, keys.CV_PREFIX, cv_id)
