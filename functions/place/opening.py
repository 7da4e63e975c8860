"""Who opened a candidate's file is in the log, by a key or by hand."""

from collections.abc import Sequence
from typing import Final

from shared import clock
from shared.acts import Act
from shared.domain.access import Caller
from shared.domain.candidate_file import CandidateFile
from shared.domain.ids import CandidateId
from shared.domain.millisecond import to_the_millisecond
from shared.retry import retry_on_conflict
from shared.table.openings import Openings
from shared.wires import table

FILE: Final = "candidate.open"
CV: Final = "cv.open"


def opened(caller: Caller, candidate_id: CandidateId, what: str = FILE) -> None:
    """Before it is shown: what cannot be noted is not read."""
    doing = Act(caller, to_the_millisecond(clock.now()), None)
    retry_on_conflict(Openings(table()).note)(doing.noted(what, candidate_id, {}))


def opened_together(caller: Caller, wanted: Sequence[CandidateId]) -> list[CandidateFile | None]:
    """The files of a page that shows several, in the order asked."""
    doing = Act(caller, to_the_millisecond(clock.now()), None)
    acts = [doing.noted(FILE, candidate_id, {}) for candidate_id in wanted]
    return retry_on_conflict(Openings(table()).several)(acts)
