"""A candidate withdraws, or wants to be forgotten: what the desk and their own page both do."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from shared.contracts.events import CandidateWithdrawn, ErasureBegun
from shared.domain.candidate_file import CandidateFile, Search
from shared.domain.consent import Consents
from shared.domain.ids import CandidateId
from shared.ports.candidates import CandidateFiles
from shared.retry import retry_on_conflict

type Written = Callable[[CandidateFile], CandidateFiles]

METHOD: Final = "withdrawal"
"""How the optional consents ended."""


@retry_on_conflict
def withdraw(
    candidate_id: CandidateId,
    *,
    by: str,
    why: str | None,
    files: CandidateFiles,
    now: datetime,
    written: Written,
) -> CandidateFile:
    """No support and no mails any more; what counts goes on counting. Twice is once.

    Raises:
        CandidateNotFound
    """
    before = files.find(candidate_id)
    before.check_there()
    if before.withdrawn_at:
        return before
    after = replace(
        before,
        consents=Consents(before.consents.text_version, METHOD),
        agreed_at=now,
        search=Search.PAUSED,
        withdrawn_at=now,
        contact_by=None,
        waits_for=None,
    )
    event = CandidateWithdrawn(
        event_id=f"withdrawn:{before.candidate_id}:{before.version}",
        occurred_at=now,
        candidate_id=before.candidate_id,
    )
    written(after).change(
        before,
        after,
        act=_act("withdrawn", why),
        by=by,
        now=now,
        agreed=True,
        event=event,
    )
    return after


@retry_on_conflict
def begin_erasure(
    candidate_id: CandidateId,
    *,
    by: str,
    why: str | None,
    files: CandidateFiles,
    now: datetime,
    written: Written,
) -> CandidateFile:
    """From here on nobody writes to them; `file` hears of it and forgets them. Twice is once.

    Raises:
        CandidateNotFound
    """
    before = files.find(candidate_id)
    if before.is_gone:
        return before
    after = replace(before, erasing_since=now, contact_by=None, waits_for=None)
    event = ErasureBegun(
        event_id=f"erasure:{before.candidate_id}",
        occurred_at=now,
        candidate_id=before.candidate_id,
    )
    written(after).change(
        before,
        after,
        act=_act("erasure", why),
        by=by,
        now=now,
        event=event,
    )
    return after


def _act(what: str, why: str | None) -> str:
    return f"{what}: {why}" if why else what
