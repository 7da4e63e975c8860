"""an erasure begun -> registrations, what was asked, parts, the file: all of it forgotten."""

from dataclasses import replace
from datetime import datetime
from typing import Protocol

from shared.contracts.events import CandidateErased
from shared.counting import not_counted
from shared.domain.candidate_file import CandidateFile, FileState
from shared.domain.errors import AlreadyDecided, Conflict
from shared.domain.ids import CandidateId, RegistrationId
from shared.domain.registration import UNDECIDED, Reason
from shared.ports.candidates import Erasures, Parts
from shared.ports.registering import Referrals, Registrations
from shared.ports.speaking import Secrecy
from shared.retry import retry_on_conflict


class Cvs(Protocol):
    def erase(self, candidate_id: CandidateId) -> None:
        """Raises Unavailable."""
        ...


def erase(
    candidate_id: CandidateId,
    *,
    erasures: Erasures,
    parts: Parts,
    cvs: Cvs,
    registrations: Registrations,
    referrals: Referrals,
    secrecy: Secrecy,
    now: datetime,
) -> bool:
    """True if this call was the last of it. Stopped anywhere, it is done again from the start.

    The file knows its names until the end, so what is left is always found.

    Raises:
        Conflict: a verdict came meanwhile; deliver again.
        Unavailable: a CV is still there.
    """
    file = erasures.find(candidate_id)
    if file.state is not FileState.ERASING:
        return False
    for name in (file.candidate_id, *file.merged_from):
        cvs.erase(name)
        for registration_id in parts.registrations(name):
            free(registration_id, registrations, referrals, secrecy, now)
            retry_on_conflict(erasures.registration)(registration_id, now)
        for asked in parts.asked(name):
            retry_on_conflict(erasures.asked)(asked, now)
        retry_on_conflict(parts.empty)(name)
    retry_on_conflict(_finish)(file, erasures, now)
    return True


def _finish(file: CandidateFile, erasures: Erasures, now: datetime) -> None:
    erased = CandidateErased(
        event_id=f"erased:{file.candidate_id}", occurred_at=now, candidate_id=file.candidate_id
    )
    erasures.finish(replace(file, erased_at=now), erased, now)


@retry_on_conflict
def free(
    registration_id: RegistrationId,
    registrations: Registrations,
    referrals: Referrals,
    secrecy: Secrecy,
    now: datetime,
) -> None:
    """What is undecided will not count; what counts goes on counting."""
    found = registrations.find(registration_id)
    if found.state not in UNDECIDED:
        return
    person = secrecy.person(found.candidate.email)
    withdrawn = not_counted(found, Reason.WITHDRAWN, now)
    try:
        referrals.exclude(found, person, Reason.WITHDRAWN, withdrawn, now)
    except AlreadyDecided as decided:
        raise Conflict("a verdict came meanwhile") from decided
