"""What an act on a candidate asks of their file: there, and still their own."""

from __future__ import annotations

from datetime import date
from typing import Any

from shared.domain.candidate_file import FileState
from shared.domain.errors import CandidateNotFound, FileMerged, RelayError, StateForbids
from shared.domain.ids import CandidateId
from shared.table import keys
from shared.table.expression import Expression
from shared.table.writes import Write, key_of


def still_kept(candidate_id: CandidateId) -> Write:
    """Raises, once committed: StateForbids (erased), FileMerged, CandidateNotFound."""
    expression = Expression()
    own = f"attribute_not_exists({expression.name('merged_into')})"
    there = f"{own} AND {expression.all_of([('is_there', '=', True)])}"
    key = key_of(keys.candidate_file(candidate_id))
    arguments = {"Key": key, "ConditionExpression": there, **expression.arguments()}
    return Write("ConditionCheck", arguments, _elsewhere)


def still_open(candidate_id: CandidateId) -> Write:
    """The same, and they did not withdraw: CandidateFile.check_open, asked of the item itself."""
    expression = Expression()
    absent = [
        f"attribute_not_exists({expression.name(name)})" for name in ("merged_into", "withdrawn_at")
    ]
    there = " AND ".join([*absent, expression.all_of([("is_there", "=", True)])])
    key = key_of(keys.candidate_file(candidate_id))
    arguments = {"Key": key, "ConditionExpression": there, **expression.arguments()}
    return Write("ConditionCheck", arguments, _elsewhere)


def left_alone(candidate_id: CandidateId, until: date) -> Write:
    """Placed by us: nobody asks them to move on before then (S10). An erased one's, too.

    Raises, once committed: FileMerged, CandidateNotFound.
    """
    expression = Expression()
    own = f"attribute_not_exists({expression.name('merged_into')})"
    there = f"attribute_exists({expression.name(keys.PARTITION)}) AND {own}"
    changed = expression.change({"not_solicited_until": str(until)}, {"version": 1}, ())
    key = key_of(keys.candidate_file(candidate_id))
    arguments = {"Key": key, "UpdateExpression": changed, "ConditionExpression": there}
    return Write("Update", {**arguments, **expression.arguments()}, _elsewhere)


def _elsewhere(old: dict[str, Any]) -> RelayError:
    if not old:
        return CandidateNotFound("no such candidate")
    if old.get("merged_into"):
        return FileMerged(old["merged_into"])
    if old.get("is_there"):
        return StateForbids("this candidate withdrew", FileState.WITHDRAWN)
    return StateForbids("this candidate's file was erased", FileState.ERASED)
