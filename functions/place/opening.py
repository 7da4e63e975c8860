"""Who opened a candidate's file is in the log, by a key or by hand."""

from typing import Final

from shared import clock
from shared.acts import Act
from shared.domain.access import Caller
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
