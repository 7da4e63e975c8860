"""Two files: one person's, or two people's? A person says so, once."""

from collections.abc import Callable
from datetime import datetime

from shared.contracts.events import FilesMerged
from shared.domain.duplicate import Answer, Duplicate
from shared.domain.errors import InvalidRequest, StateForbids
from shared.domain.filing import merged
from shared.domain.ids import CandidateId
from shared.ports.candidates import CandidateFiles, Duplicates
from shared.retry import retry_on_conflict

type Written = Callable[[CandidateId], Duplicates]


@retry_on_conflict
def merge(
    duplicate_id: str,
    keep: CandidateId,
    *,
    by: str,
    duplicates: Duplicates,
    files: CandidateFiles,
    now: datetime,
    written: Written,
) -> CandidateId:
    """The file both are found in from now on; counts stay as they are. The same again is as good.

    Raises:
        DuplicateNotFound, InvalidRequest, CandidateNotFound, AlreadyDone
        StateForbids: they were said to be two people.
    """
    duplicate = duplicates.find(duplicate_id)
    if keep not in (duplicate.one, duplicate.other):
        raise InvalidRequest("keep is one of the two", {"keep": "unknown"})
    kept, other = (files.find(c) for c in _kept_first(duplicate, keep))
    if duplicate.answer is Answer.DISTINCT:
        raise StateForbids("these were said to be two people", duplicate.answer)
    if duplicate.answer is Answer.MERGED:
        return kept.candidate_id
    kept.check_there()
    other.check_there()
    answered = written(kept.candidate_id)
    if kept.candidate_id == other.candidate_id:
        answered.answer(duplicate, Answer.MERGED, by, now)
    else:
        event = FilesMerged(
            event_id=f"merged:{other.candidate_id}",
            occurred_at=now,
            candidate_id=kept.candidate_id,
            merged_id=other.candidate_id,
        )
        both = kept, merged(kept, other)
        answered.merge(duplicate, both, other, event, by, now)
    return kept.candidate_id


def _kept_first(duplicate: Duplicate, keep: CandidateId) -> tuple[CandidateId, CandidateId]:
    one, other = duplicate.one, duplicate.other
    return (one, other) if keep == one else (other, one)


@retry_on_conflict
def distinct(
    duplicate_id: str,
    *,
    by: str,
    duplicates: Duplicates,
    now: datetime,
) -> None:
    """Remembered, so that nobody is asked again.

    Raises:
        DuplicateNotFound, AlreadyDone
        StateForbids: they were merged.
    """
    duplicate = duplicates.find(duplicate_id)
    if duplicate.answer is Answer.MERGED:
        raise StateForbids("these two are one file by now", duplicate.answer)
    if duplicate.answer is Answer.OPEN:
        duplicates.answer(duplicate, Answer.DISTINCT, by, now)
