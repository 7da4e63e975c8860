"""A candidate's file, as far as its CV is concerned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from shared.domain.cv import Cv
from shared.domain.errors import CandidateNotFound
from shared.domain.ids import CandidateId
from shared.domain.once import Once, Reply
from shared.table import keys
from shared.table.commit import Table
from shared.table.cv_item import cv_values, to_cv


@dataclass(frozen=True, slots=True)
class CvHolder:
    candidate_id: CandidateId
    cv: Cv | None


@dataclass(frozen=True, slots=True)
class Candidates:
    table: Table

    def find(self, candidate_id: CandidateId) -> CvHolder:
        """Raises CandidateNotFound."""
        item = self.table.get(_key(candidate_id))
        if item is None:
            raise CandidateNotFound("no such candidate")
        return CvHolder(candidate_id, to_cv(item.get("cv")))

    def note_cv(self, candidate_id: CandidateId, cv: Cv, once: Once | None, reply: Reply) -> None:
        """Raises CandidateNotFound, Answered, IdempotencyMismatch."""

        def gone(_: dict[str, Any]) -> CandidateNotFound:
            return CandidateNotFound("no such candidate any more")

        self.table.commit(
            *self.table.answer(once, reply),
            self.table.change(_key(candidate_id), put={"cv": cv_values(cv)}, refusal=gone),
        )


def _key(candidate_id: CandidateId) -> keys.Key:
    return keys.candidate_file(candidate_id)
