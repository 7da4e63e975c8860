"""a verified registration -> whose file is it? -> put into it; who else may be the same person?"""

from collections.abc import Callable, Iterator
from datetime import datetime

from shared.domain import tokyo
from shared.domain.candidate_file import CandidateFile
from shared.domain.duplicate import Duplicate, Sign, likeness, pair
from shared.domain.errors import AlreadyDone, Conflict
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
    if too_late(registration, known) and known.moved_to is None:
        return None
    theirs = known.moved_to if too_late(registration, known) else known.candidate_id
    before = files.find(theirs) if theirs else None
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
    found = _signs(file, known, files)
    alike = [Duplicate(*pair(file.candidate_id, name), signs, now) for name, signs in found.items()]
    asked = duplicates.asked_about([each.duplicate_id for each in alike])
    yield from (each for each in alike if each.duplicate_id not in asked)


def _signs(
    file: CandidateFile, known: Known, files: CandidateFiles
) -> dict[CandidateId, tuple[Sign, ...]]:
    """By the names they have now, two of which may be one by now; nobody who was erased."""
    mine = {file.candidate_id, *file.merged_from}
    led = {name: signs for name, signs in known.signs().items() if name not in mine}
    found = dict[CandidateId, set[Sign]]()
    for other, signs in zip(files.several([*led]), led.values(), strict=True):
        if other and not other.is_gone and other.candidate_id not in mine:
            found.setdefault(other.candidate_id, set()).update(signs)
    return {name: tuple(sign for sign in Sign if sign in said) for name, said in found.items()}
