"""Two people edit one candidate's file. Whoever comes later sees what the first one wrote.

A form carries the version it was filled from, and a mark of each of its fields.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import FileChanged

DIGITS: Final = 16
FIELDS: Final = ("notes", "blocked", "desired_occupation", "desired_location", "search")
"""What the desk's form says of a candidate."""

type Texts = Mapping[str, str]


def texts(file: CandidateFile) -> dict[str, str]:
    """The fields as a form has them: a company a line."""
    return {
        "notes": file.notes or "",
        "blocked": "\n".join(file.blocked),
        "desired_occupation": file.candidate.desired_occupation or "",
        "desired_location": file.candidate.desired_location or "",
        "search": file.search,
    }


def mark(text: str) -> str:
    """Of what it says, however its lines end.

    >>> mark("a\\r\\nb ") == mark("a\\nb"), mark("a") == mark("b")
    (True, False)
    """
    plain = "\n".join(line.rstrip() for line in text.splitlines()).strip()
    return hashlib.sha256(plain.encode()).hexdigest()[:DIGITS]


@dataclass(frozen=True, slots=True)
class Basis:
    """What a form was filled from."""

    version: int
    marks: Mapping[str, str]

    @classmethod
    def of(cls, file: CandidateFile) -> "Basis":
        return cls(file.version, {name: mark(text) for name, text in texts(file).items()})

    def moved(self, said: Texts) -> frozenset[str]:
        """The fields that say something else by now."""
        return frozenset(name for name in FIELDS if mark(said[name]) != self.marks.get(name))

    def check(self, file: CandidateFile) -> None:
        """What else happened to the file, as a reply that came, is in nobody's way.

        Raises:
            FileChanged
        """
        if file.version == self.version:
            return
        if fields := self.moved(texts(file)):
            raise FileChanged(fields)


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """One field, as it is now and as it was typed."""

    name: str
    now: str
    typed: str
    is_theirs: bool
    is_mine: bool

    @property
    def is_both(self) -> bool:
        return self.is_theirs and self.is_mine and mark(self.now) != mark(self.typed)

    @property
    def kept(self) -> str:
        """What a new form begins with: theirs, where I left it as it was."""
        return self.typed if self.is_mine else self.now


def meanwhile(basis: Basis, file: CandidateFile, typed: Texts) -> list[Meanwhile]:
    """Of the fields that somebody changed."""
    now = texts(file)
    theirs, mine = basis.moved(now), basis.moved(typed)
    return [
        Meanwhile(name, now[name], typed[name], name in theirs, name in mine)
        for name in FIELDS
        if name in theirs | mine
    ]
