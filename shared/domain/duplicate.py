"""Two files that may be one person's. The same address is certain and merges by itself; the rest a
person decides, and is not asked again.
"""

import unicodedata
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from shared.domain.candidate_file import CandidateFile
from shared.domain.ids import CandidateId
from shared.domain.registration import Candidate

ALIKE_FOR: Final = timedelta(days=90)
"""How long a name with the same wishes is remembered, since somebody new came with it."""
BETWEEN: Final = "~"
PHONE: Final = "phone"


class Sign(StrEnum):
    PHONE = "phone"
    NAME_AND_WISHES = "name_and_wishes"


class Answer(StrEnum):
    OPEN = "open"
    MERGED = "merged"
    DISTINCT = "distinct"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two files by name, the older one first: whoever finds them alike finds the same pair."""

    one: CandidateId
    other: CandidateId
    signs: tuple[Sign, ...]
    found_at: datetime
    answer: Answer = Answer.OPEN

    @property
    def duplicate_id(self) -> str:
        return f"{self.one}{BETWEEN}{self.other}"


def pair(a: CandidateId, b: CandidateId) -> tuple[CandidateId, CandidateId]:
    one, other = sorted((a, b))
    return one, other


def likeness(candidate: Candidate) -> str | None:
    """Name, wished work and place, whatever their width and spaces. All three, or none: a name
    alone is many people's.

    >>> likeness(Candidate("a@x.jp", "青空　花子", None, "02", "東京"))
    '青空花子/02/東京'
    >>> likeness(Candidate("a@x.jp", "青空 花子", None, "02"))
    """
    said = (candidate.full_name, candidate.desired_occupation, candidate.desired_location)
    plain = ["".join(unicodedata.normalize("NFKC", s or "").casefold().split()) for s in said]
    return "/".join(plain) if all(plain) else None


def alike(one: CandidateFile, other: CandidateFile) -> frozenset[str]:
    """What both say, by the names of its fields; a number by its hash, however it was typed."""
    mine, theirs = _plain(one.candidate), _plain(other.candidate)
    same = {name for name, said in mine.items() if said and said == theirs[name]}
    return frozenset(same | ({PHONE} if {*one.phones} & {*other.phones} else set()))


def _plain(candidate: Candidate) -> dict[str, str]:
    """Width, case and spaces aside."""
    return {
        name: "".join(unicodedata.normalize("NFKC", said or "").casefold().split())
        for name, said in asdict(candidate).items()
    }
