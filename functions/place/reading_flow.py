"""A reading is typed; nobody's later one is written over unseen."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from shared.contracts.candidate_desk import KANA
from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import InvalidRequest, StateForbids
from shared.domain.ids import CandidateId
from shared.ports.candidates import CandidateFiles
from shared.retry import retry_on_conflict

type Written = Callable[[CandidateFile], CandidateFiles]


@retry_on_conflict
def change(
    candidate_id: CandidateId,
    reading: str | None,
    was: str | None,
    *,
    by: str,
    files: CandidateFiles,
    now: datetime,
    written: Written,
) -> CandidateFile:
    """
    Args:
        was: as it was when the form was shown.

    Raises:
        CandidateNotFound
        InvalidRequest: no kana.
        StateForbids: it is another by now.
    """
    if reading and not re.fullmatch(KANA, reading):
        raise InvalidRequest("a reading is in kana", {"reading": "malformed"})
    before = files.find(candidate_id)
    before.check_there()
    if before.reading == reading:
        return before
    if before.reading != was:
        raise StateForbids("the reading was changed meanwhile", "changed")
    after = replace(before, reading=reading)
    written(after).change(before, after, act="changed reading", by=by, now=now)
    return after
