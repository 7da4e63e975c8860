"""A candidate's CV: what may be sent, what it turned out to be, how long a door to it stands open.

>>> is_cv_id("cv_01JZ0000000000000000000000"), is_cv_id("cv_../somebody")
(True, False)
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from shared.domain.errors import CvRefused
from shared.domain.forbidden import Kind
from shared.domain.ids import CandidateId, CvId

LARGEST: Final = 5 * 1024 * 1024
"""Bytes."""
OFFERED: Final = timedelta(minutes=10)
SHOWN: Final = timedelta(minutes=5)
_CV_ID: Final = re.compile(r"cv_[0-9A-HJKMNP-TV-Z]{26}")


class MediaType(StrEnum):
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    @property
    def ending(self) -> str:
        return self.name.lower()


class Flaw(StrEnum):
    """Why a file is not kept."""

    TOO_LARGE = "too_large"
    UNKNOWN_TYPE = "unknown_type"
    BROKEN = "broken"
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    TOO_MUCH_INSIDE = "too_much_inside"


SAID: Final = {
    Flaw.TOO_LARGE: "a CV has 5 MB at most",
    Flaw.UNKNOWN_TYPE: "a CV is a PDF or a DOCX; this file is neither",
    Flaw.BROKEN: "this file cannot be opened; save it anew and send it again",
    Flaw.ENCRYPTED: "this file is locked with a password; send it without one",
    Flaw.MACROS: "this file holds macros; save it as a DOCX without them",
    Flaw.TOO_MUCH_INSIDE: "there is too much inside this file to look through",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """What a file is by its bytes. A DOCX has no pages until somebody prints it.

    Args:
        warnings: what its text seems to hold that nobody may collect.
    """

    media_type: MediaType
    pages: int | None = None
    warnings: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class Cv:
    """The one a candidate has; `received_at` to the millisecond, as it is kept.

    Args:
        kept_as: under whose name the file lies: theirs, or of a file merged into theirs.
    """

    cv_id: CvId
    kept_as: CandidateId
    judged: Judged
    received_at: datetime


@dataclass(frozen=True, slots=True)
class CvHolder:
    candidate_id: CandidateId
    cv: Cv | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A form that takes one file, under one name, until then."""

    url: str
    fields: Mapping[str, str]
    until: datetime


@dataclass(frozen=True, slots=True)
class View:
    url: str
    until: datetime


def is_cv_id(text: str) -> bool:
    """One of ours: it becomes part of an object's name."""
    return _CV_ID.fullmatch(text) is not None


def refused(flaw: Flaw) -> CvRefused:
    return CvRefused(SAID[flaw], flaw)
