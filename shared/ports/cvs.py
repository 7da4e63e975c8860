"""CVs: the files, and whose they are."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from shared.domain.ids import (
    CandidateId,
    CvId,
)

if TYPE_CHECKING:  # pydantic adds a quarter to a start; `click` must not pay it
    from shared.domain.cv import Cv, CvHolder, Judged, MediaType, View


class CvParts(Protocol):
    def find(self, candidate_id: CandidateId) -> CvHolder:
        """Raises CandidateNotFound."""
        ...

    def note_cv(self, candidate_id: CandidateId, cv: Cv, before: Cv | None) -> None:
        """In the place of the one before.

        Raises:
            CandidateNotFound: also where they were erased meanwhile.
        """
        ...

    def remove(self, candidate_id: CandidateId, cv: Cv) -> None:
        """Raises CandidateNotFound: another one is there meanwhile, or nobody is."""
        ...


class Cvs(Protocol):
    """The files. All but `view` may raise Unavailable."""

    def read(self, candidate_id: CandidateId, cv_id: CvId) -> bytes:
        """Raises CvNotFound, CvRefused."""
        ...

    def keep(
        self, candidate_id: CandidateId, cv_id: CvId, media_type: MediaType, content: bytes
    ) -> None: ...

    def drop(self, candidate_id: CandidateId, cv_id: CvId) -> None:
        """What came in."""
        ...

    def forget(self, candidate_id: CandidateId, cv_id: CvId) -> None:
        """What was kept."""
        ...

    def view(
        self, candidate_id: CandidateId, cv_id: CvId, media_type: MediaType, now: datetime
    ) -> View: ...


class CvReading(Protocol):
    def judge(self, content: bytes) -> Judged:
        """Raises CvRefused."""
        ...
