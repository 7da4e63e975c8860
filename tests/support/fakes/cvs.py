"""The files, who has one, and what was answered: kept in memory."""

from dataclasses import dataclass, field
from datetime import datetime

from shared.domain import cv_places
from shared.domain.cv import OFFERED, SHOWN, Cv, CvHolder, MediaType, Offer, View
from shared.domain.errors import CandidateNotFound, CvNotFound
from shared.domain.ids import CandidateId, CvId
from tests.support.fakes.memory import Memory


@dataclass
class FakeCvs:
    objects: dict[str, bytes] = field(default_factory=dict)

    def send(self, candidate_id: CandidateId, cv_id: CvId, content: bytes) -> None:
        """As a page does by the form it was offered."""
        self.objects[cv_places.incoming(candidate_id, cv_id)] = content

    def offer(
        self,
        candidate_id: CandidateId,
        cv_id: CvId,
        media_type: MediaType,
        now: datetime,
        back: str | None = None,
    ) -> Offer:
        fields = {"key": cv_places.incoming(candidate_id, cv_id), "Content-Type": media_type}
        fields |= {"success_action_redirect": back} if back else {}
        return Offer("https://cvs.example", fields, now + OFFERED)

    def read(self, candidate_id: CandidateId, cv_id: CvId) -> bytes:
        name = cv_places.incoming(candidate_id, cv_id)
        if name not in self.objects:
            raise CvNotFound(name)
        return self.objects[name]

    def keep(
        self, candidate_id: CandidateId, cv_id: CvId, media_type: MediaType, content: bytes
    ) -> None:
        self.objects[cv_places.kept(candidate_id, cv_id)] = content

    def drop(self, candidate_id: CandidateId, cv_id: CvId) -> None:
        self.objects.pop(cv_places.incoming(candidate_id, cv_id), None)

    def forget(self, candidate_id: CandidateId, cv_id: CvId) -> None:
        self.objects.pop(cv_places.kept(candidate_id, cv_id), None)

    def erase(self, candidate_id: CandidateId) -> None:
        for prefix in (cv_places.INCOMING, cv_places.KEPT):
            for name in [*self.objects]:
                if name.startswith(cv_places.of_candidate(prefix, candidate_id)):
                    del self.objects[name]

    def view(
        self, candidate_id: CandidateId, cv_id: CvId, media_type: MediaType, now: datetime
    ) -> View:
        return View(f"https://cvs.example/{cv_places.kept(candidate_id, cv_id)}", now + SHOWN)


@dataclass
class FakeCandidates:
    memory: Memory
    held: dict[CandidateId, CvHolder] = field(default_factory=dict)
    erased_meanwhile: bool = False

    def find(self, candidate_id: CandidateId) -> CvHolder:
        if candidate_id not in self.held:
            raise CandidateNotFound(candidate_id)
        return self.held[candidate_id]

    def note_cv(self, candidate_id: CandidateId, cv: Cv, before: Cv | None) -> None:
        self.memory.begin()
        if self.erased_meanwhile:
            raise CandidateNotFound(candidate_id)
        self.held[candidate_id] = CvHolder(candidate_id, cv)

    def remove(self, candidate_id: CandidateId, cv: Cv) -> None:
        if self.held[candidate_id].cv != cv:
            raise CandidateNotFound("another CV is there")
        self.held[candidate_id] = CvHolder(candidate_id)
