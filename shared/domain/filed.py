"""What is known of somebody before they are filed, and what follows from it."""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.candidate_file import CandidateFile
from shared.domain.duplicate import Duplicate, Sign
from shared.domain.ids import CandidateId, PersonKey
from shared.domain.registration import Registration


@dataclass(frozen=True, slots=True)
class Marks:
    """By what a person may be recognised; keyed hashes."""

    person: PersonKey
    phone: str | None = None
    likeness: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Whose file it is, and to whose the number and the name lead."""

    candidate_id: CandidateId | None = None
    erased_at: datetime | None = None
    by_phone: CandidateId | None = None
    by_likeness: CandidateId | None = None
    alike_until: datetime | None = None

    def signs(self, now: datetime) -> dict[CandidateId, tuple[Sign, ...]]:
        """Who may be the same person, and by what."""
        found = dict[CandidateId, tuple[Sign, ...]]()
        if self.by_phone:
            found[self.by_phone] = (Sign.PHONE,)
        if self.by_likeness and self._still_alike(now):
            found[self.by_likeness] = (*found.get(self.by_likeness, ()), Sign.NAME_AND_WISHES)
        return found

    def free(self, marks: Marks, now: datetime) -> Marks:
        """What leads to nobody yet."""
        return Marks(
            marks.person,
            None if self.by_phone else marks.phone,
            None if self.by_likeness and self._still_alike(now) else marks.likeness,
        )

    def _still_alike(self, now: datetime) -> bool:
        return self.alike_until is not None and now < self.alike_until


@dataclass(frozen=True, slots=True)
class Filing:
    """One registration's way into a file.

    Args:
        before: the file as it was read; None for a new one.
        claims: what leads to this file from now on.
        duplicates: pairs nobody was asked about yet.
    """

    registration: Registration
    before: CandidateFile | None
    after: CandidateFile
    claims: Marks
    duplicates: tuple[Duplicate, ...] = ()
