"""A CV is offered a place, judged by its bytes, and kept or let go."""

from collections.abc import Callable
from datetime import datetime

from shared.domain.cv import Cv, View, is_cv_id
from shared.domain.errors import (
    CandidateNotFound,
    CvNotFound,
    CvRefused,
    IdempotencyMismatch,
)
from shared.domain.ids import CandidateId, CvId
from shared.domain.millisecond import to_the_millisecond
from shared.ports.cvs import CvParts, CvReading, Cvs
from shared.retry import retry_on_conflict


def receive(
    candidate_id: CandidateId,
    cv_id: CvId,
    *,
    now: datetime,
    reading: CvReading,
    cvs: Cvs,
    candidates: CvParts,
    written: Callable[[Cv], CvParts],
) -> Cv:
    """The candidate's CV from now on; the one before goes. As often as one likes.

    What is kept before the commit has this CV's own name, and goes again if nobody holds it.

    Raises:
        CandidateNotFound, CvNotFound, CvRefused, Answered, IdempotencyMismatch
    """
    holder = candidates.find(candidate_id)
    before = holder.cv
    if before and before.cv_id == cv_id:
        return before
    if not is_cv_id(cv_id):
        raise CvNotFound("no file came in under this name")
    cv = _kept(candidate_id, cv_id, now, reading, cvs)
    try:
        retry_on_conflict(written(cv).note_cv)(holder.candidate_id, cv, before)
    except (CandidateNotFound, IdempotencyMismatch):
        cvs.forget(candidate_id, cv_id)
        raise
    cvs.drop(candidate_id, cv_id)
    if before:
        cvs.forget(before.kept_as, before.cv_id)
    return cv


def _kept(
    candidate_id: CandidateId, cv_id: CvId, now: datetime, reading: CvReading, cvs: Cvs
) -> Cv:
    try:
        content = cvs.read(candidate_id, cv_id)
        judged = reading.judge(content)
    except CvRefused:
        cvs.drop(candidate_id, cv_id)
        raise
    cvs.keep(candidate_id, cv_id, judged.media_type, content)
    return Cv(cv_id, candidate_id, judged, to_the_millisecond(now))


def take_away(candidate_id: CandidateId, *, cvs: Cvs, candidates: CvParts) -> bool:
    """False where there is none. Whatever a company was given by then, it has.

    Raises:
        CandidateNotFound
    """
    holder = candidates.find(candidate_id)
    if holder.cv is None:
        return False
    retry_on_conflict(candidates.remove)(holder.candidate_id, holder.cv)
    cvs.forget(holder.cv.kept_as, holder.cv.cv_id)
    return True


def show(
    candidate_id: CandidateId, *, now: datetime, cvs: Cvs, candidates: CvParts
) -> tuple[Cv, View]:
    """Raises CandidateNotFound, CvNotFound."""
    cv = candidates.find(candidate_id).cv
    if cv is None:
        raise CvNotFound("this candidate has sent no CV")
    return cv, cvs.view(cv.kept_as, cv.cv_id, cv.judged.media_type, now)
