"""a verified registration -> whose file is it? -> put into it; who else may be the same person?"""

from collections.abc import Callable, Iterator
from datetime import datetime

from shared.domain import tokyo
from shared.domain.candidate_file import CandidateFile
from shared.domain.duplicate import Duplicate, likeness, pair
from shared.domain.errors import AlreadyDone, CandidateNotFound, Conflict
from shared.domain.filed import Filing, Known, Marks
from shared.domain.filing import opened, together
from shared.domain.ids import CandidateId
from shared.domain.registration import Candidate, Registration
from shared.ports.candidates import CandidateFiles, Duplicates, Filings
from shared.ports.programme import Programme
from shared.ports.speaking import Secrecy
from shared.retry import retry_on_conflict


def marks(
    candidate: Candidate, *, number: Callable[[str | None], str | None], secrecy: Secrecy
) -> Marks:
    """
    Args:
        number: a telephone number in E.164, None for what is none.
    """
    phone, alike = number(candidate.phone), likeness(candidate)
    return Marks(
        secrecy.person(candidate.email),
        secrecy.phone(phone) if phone else None,
        secrecy.likeness(alike) if alike else None,
    )


def too_late(registration: Registration, known: Known) -> bool:
    """Its person was erased since."""
    return known.erased_at is not None and registration.submitted_at < known.erased_at


@retry_on_conflict
def file(
    registration: Registration,
    marked: Marks,
    new_id: CandidateId,
    *,
    said_at: datetime,
    filings: Filings,
    files: CandidateFiles,
    duplicates: Duplicates,
    programme: Programme,
    now: datetime,
) -> bool | None:
    """True if a file was opened for it, False if it joined one; None where its person was erased.

    The registration's own part makes a second filing impossible, in whatever order facts come.

    Raises:
        AlreadyDone: it is filed.
        Conflict: others won four times, or its person is being erased; deliver again.
    """
    known = filings.known(marked, now)
    if too_late(registration, known):
        return None
    before = files.find(known.candidate_id) if known.candidate_id else None
    if before:
        _check(registration, before, filings)
    alone = opened(
        before.candidate_id if before else new_id,
        registration,
        marked.person,
        contact_by=tokyo.reply_by(said_at, programme.at(said_at).contact_weekdays),
        phone=marked.phone,
        likeness=marked.likeness,
    )
    after = together(before, alone) if before else alone
    pairs = tuple(_pairs(after, known, files, duplicates, now))
    filings.file(Filing(registration, before, after, marked, known, pairs), now)
    return before is None


def _check(registration: Registration, before: CandidateFile, filings: Filings) -> None:
    """What was filed stays so while its part is moved, or its person erased.

    Raises:
        AlreadyDone, Conflict
    """
    if before.merged_from or before.is_gone:
        names = (before.candidate_id, *before.merged_from)
        if filings.is_filed(registration.registration_id, names):
            raise AlreadyDone("this registration is filed")
    if before.is_gone:
        raise Conflict("this person is being erased")


def _pairs(
    file: CandidateFile,
    known: Known,
    files: CandidateFiles,
    duplicates: Duplicates,
    now: datetime,
) -> Iterator[Duplicate]:
    """Whom a person is to look at, and was not asked about before."""
    found = dict[CandidateId, Duplicate]()
    for somebody, signs in known.signs().items():
        other = _present(somebody, files)
        if other is not None and other != file.candidate_id:
            found.setdefault(other, Duplicate(*pair(file.candidate_id, other), signs, now))
    asked = duplicates.asked_about([each.duplicate_id for each in found.values()])
    yield from (each for each in found.values() if each.duplicate_id not in asked)


def _present(somebody: CandidateId, files: CandidateFiles) -> CandidateId | None:
    """By the name they have now; None once they are erased."""
    try:
        found = files.find(somebody)
    except CandidateNotFound:
        return None
    return None if found.is_gone else found.candidate_id
