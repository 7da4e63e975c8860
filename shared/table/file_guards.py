"""What an act on a candidate asks of their file: there, and still their own."""

from __future__ import annotations

from datetime import date
from typing import Any

from shared.domain.candidate_file import FileState
from shared.domain.errors import CandidateNotFound, FileMerged, RelayError, StateForbids
from shared.domain.ids import CandidateId
from shared.table import keys
from shared.table.writes import Write, Writes


def still_kept(candidate_id: CandidateId) -> Write:
    """Raises, once committed: StateForbids (erased), FileMerged, CandidateNotFound."""
    return _check(candidate_id, "merged_into")


def still_open(candidate_id: CandidateId) -> Write:
    """The same, and they did not withdraw: CandidateFile.check_open, asked of the item itself."""
    return _check(candidate_id, "merged_into", "withdrawn_at")


def left_alone(candidate_id: CandidateId, until: date) -> Write:
    """Placed by us: nobody asks them to move on before then (S10). An erased one's, too.

    Raises, once committed: FileMerged, CandidateNotFound.
    """
    return Writes().change(
        keys.candidate_file(candidate_id),
        unset=["merged_into"],
        put={"not_solicited_until": str(until)},
        add={"version": 1},
        refusal=_elsewhere,
    )


def _check(candidate_id: CandidateId, *unset: str) -> Write:
    return Writes().check(
        keys.candidate_file(candidate_id),
        guards=[("is_there", "=", True)],
        unset=unset,
        refusal=_elsewhere,
    )


def _elsewhere(old: dict[str, Any]) -> RelayError:
    if not old:
        return CandidateNotFound("no such candidate")
    if old.get("merged_into"):
        return FileMerged(old["merged_into"])
    if old.get("is_there"):
        return StateForbids("this candidate withdrew", FileState.WITHDRAWN)
    return StateForbids("this candidate's file was erased", FileState.ERASED)
