"""What is known of somebody before they are filed, and what follows from it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from shared.domain.candidate_file import CandidateFile
from shared.domain.duplicate import Duplicate, Sign
from shared.domain.ids import CandidateId, PersonKey
from shared.domain.registration import Registration

LOOKED_AT: Final = 12
"""Files of one number, or of one name: a transaction takes no more pairs. The newest are kept."""


@dataclass(frozen=True, slots=True)
class Marks:
    """By what a person may be recognised; keyed hashes."""

    person: PersonKey
    phone: str | None = None
    likeness: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Whose file it is, and to whose the number and the name lead: all of them, oldest first."""

    candidate_id: CandidateId | None = None
    erased_at: datetime | None = None
    moved_to: CandidateId | None = None
    """Whose the address was until `erased_at`: what was registered before then is theirs."""
    by_phone: tuple[CandidateId, ...] = ()
    by_likeness: tuple[CandidateId, ...] = ()

    def signs(self) -> dict[CandidateId, tuple[Sign, ...]]:
        """Who may be the same person, and by what."""
        found = dict[CandidateId, tuple[Sign, ...]]()
        for sign, names in ((Sign.PHONE, self.by_phone), (Sign.NAME_AND_WISHES, self.by_likeness)):
            for name in names:
                found[name] = (*found.get(name, ()), sign)
        return found


@dataclass(frozen=True, slots=True)
class Filing:
    """One registration's way into a file.

    Args:
        before: the file as it was read; None for a new one.
        marks: what leads to this file from now on, too.
        known: what led where until now.
        duplicates: pairs nobody was asked about yet.
    """

    registration: Registration
    before: CandidateFile | None
    after: CandidateFile
    marks: Marks
    known: Known
    duplicates: tuple[Duplicate, ...] = ()
