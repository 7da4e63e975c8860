"""A candidate's file at the desk: read, changed by who may, noted with who did it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from shared.contracts.events import AdviserAssigned
from shared.domain.candidate_file import CandidateFile
from shared.domain.edit import Basis
from shared.domain.errors import StateForbids
from shared.domain.ids import CandidateId
from shared.ports.candidates import CandidateFiles
from shared.retry import retry_on_conflict

type Written = Callable[[CandidateFile], CandidateFiles]

WISHES: Final = ("desired_occupation", "desired_location")


@retry_on_conflict
def change(
    candidate_id: CandidateId,
    said: Mapping[str, Any],
    *,
    by: str,
    files: CandidateFiles,
    now: datetime,
    written: Written,
    since: Basis | None = None,
) -> CandidateFile:
    """A wish changed at the desk counts as typed now: a later registration may change it again.

    Args:
        since: what a form was filled from.

    Raises:
        CandidateNotFound, FileChanged
    """
    before = files.find(candidate_id)
    before.check_there()
    if since:
        since.check(before)
    wishes = {name: said[name] for name in WISHES if name in said}
    others = {name: value for name, value in said.items() if name not in WISHES}
    if "blocked" in others:
        others["blocked"] = tuple(dict.fromkeys(others["blocked"]))
    after = replace(
        before,
        candidate=replace(before.candidate, **wishes),
        typed_at={**before.typed_at, **dict.fromkeys(wishes, now)},
        **others,
    )
    written(after).change(before, after, act=f"changed {', '.join(sorted(said))}", by=by, now=now)
    return after


@retry_on_conflict
def assign(
    candidate_id: CandidateId,
    adviser: str,
    *,
    by: str,
    files: CandidateFiles,
    now: datetime,
    written: Written,
) -> CandidateFile:
    """They are told who their adviser is, and so contacted. The same one again tells nobody.

    Raises:
        CandidateNotFound, StateForbids
    """
    before = files.find(candidate_id)
    before.check_open()
    after = before.advised_by(adviser)
    if after == before:
        return before
    event = AdviserAssigned(
        event_id=f"adviser:{before.candidate_id}:{before.version}",
        occurred_at=now,
        candidate_id=before.candidate_id,
    )
    written(after).change(before, after, act="adviser", by=by, now=now, event=event)
    return after


@retry_on_conflict
def contacted(
    candidate_id: CandidateId,
    *,
    by: str,
    files: CandidateFiles,
    now: datetime,
    written: Written,
) -> CandidateFile:
    """An adviser wrote or rang: nobody waits any more. Whose candidate they are is said first.

    Raises:
        CandidateNotFound, StateForbids
    """
    before = files.find(candidate_id)
    before.check_there()
    if before.contact_by is None:
        return before
    after = before.contacted()
    if after == before:
        raise StateForbids("say who their adviser is first", "no_adviser")
    written(after).change(before, after, act="contacted", by=by, now=now)
    return after
