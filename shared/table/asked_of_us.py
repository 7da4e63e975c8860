"""What leads from a candidate's file to what they asked of us, so that it is erased with them."""

from shared.domain.ids import CandidateId
from shared.table import keys
from shared.table.file_guards import still_kept
from shared.table.writes import Write, Writes


def theirs(candidate_id: CandidateId | None, name: str) -> tuple[Write, ...]:
    """Nothing, where we have no file of theirs.

    Raises, once committed: StateForbids (erased), FileMerged, CandidateNotFound.
    """
    if candidate_id is None:
        return ()
    part = keys.part_of_file(candidate_id, keys.ASKED_PREFIX, name)
    return still_kept(candidate_id), Writes().new(part, {"asked": name})
