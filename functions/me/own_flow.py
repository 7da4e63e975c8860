"""A candidate changes their own file: read, decided, committed, with the act noted as theirs."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from shared.domain import tokyo
from shared.domain.candidate_file import CandidateFile, Search, WaitsFor
from shared.domain.consent import Consents
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CandidateId
from shared.ports.candidates import CandidateFiles
from shared.ports.programme import Programme
from shared.retry import retry_on_conflict

type Written = Callable[[CandidateFile, CandidateFile], CandidateFiles]
"""The files, beside what moves with the change."""

BY: Final = "candidate"
METHOD: Final = "own_page"
MOST_BLOCKED: Final = 50


@retry_on_conflict
def edit(
    candidate_id: CandidateId,
    typed: Mapping[str, str | None],
    phone: str | None,
    *,
    files: CandidateFiles,
    written: Written,
    now: datetime,
) -> bool:
    """False where nothing is other than before. What is typed here a later form may change again.

    Args:
        phone: the number as a keyed hash, where it is one.

    Raises:
        CandidateNotFound
    """
    before = files.find(candidate_id)
    before.check_there()
    new = {name: said for name, said in typed.items() if said != getattr(before.candidate, name)}
    if not new:
        return False
    values: dict[str, Any] = new
    after = replace(
        before,
        candidate=replace(before.candidate, **values),
        typed_at={**before.typed_at, **dict.fromkeys(new, now)},
        reading=None if "full_name" in new else before.reading,
        phones=((phone,) if phone else ()) if "phone" in new else before.phones,
    )
    act = f"changed {', '.join(sorted(new))}"
    written(before, after).change(before, after, act=act, by=BY, now=now)
    return True


@retry_on_conflict
def block(candidate_id: CandidateId, company: str, *, files: CandidateFiles, now: datetime) -> bool:
    """From now on nobody asks them about this company, and it is shown nothing of them.

    Raises:
        CandidateNotFound
        InvalidRequest: many are blocked already.
    """
    before = files.find(candidate_id)
    before.check_there()
    if company in before.blocked:
        return False
    if len(before.blocked) >= MOST_BLOCKED:
        raise InvalidRequest("many companies are on this list", {"company": "too_many"})
    after = replace(before, blocked=(*before.blocked, company))
    files.change(before, after, act="blocked a company", by=BY, now=now)
    return True


@retry_on_conflict
def unblock(
    candidate_id: CandidateId, company: str, *, files: CandidateFiles, now: datetime
) -> bool:
    """Raises CandidateNotFound."""
    before = files.find(candidate_id)
    before.check_there()
    if company not in before.blocked:
        return False
    after = replace(before, blocked=tuple(name for name in before.blocked if name != company))
    files.change(before, after, act="unblocked a company", by=BY, now=now)
    return True


@retry_on_conflict
def agree(
    candidate_id: CandidateId,
    wanted: Mapping[str, bool],
    text_version: str,
    *,
    files: CandidateFiles,
    now: datetime,
) -> bool:
    """The optional ones, as a whole, to the words as they stand now.

    Raises:
        CandidateNotFound, StateForbids: they withdrew, and nothing is done for them.
    """
    before = files.find(candidate_id)
    before.check_open()
    said = {name: getattr(before.consents, name) for name in wanted}
    if said == wanted:
        return False
    after = replace(before, consents=Consents(text_version, METHOD, **wanted), agreed_at=now)
    files.change(before, after, act="consents", by=BY, now=now, agreed=True)
    return True


@retry_on_conflict
def come_back(
    candidate_id: CandidateId,
    text_version: str,
    *,
    files: CandidateFiles,
    programme: Programme,
    now: datetime,
) -> bool:
    """Who withdrew agrees to support again; an adviser writes to them.

    Raises:
        CandidateNotFound
    """
    before = files.find(candidate_id)
    before.check_there()
    if before.withdrawn_at is None:
        return False
    after = replace(
        before,
        consents=Consents(text_version, METHOD),
        agreed_at=now,
        withdrawn_at=None,
        search=Search.LOOKING,
        contact_by=tokyo.reply_by(now, programme.at(now).contact_weekdays),
        waits_for=WaitsFor.FIRST_CONTACT,
    )
    files.change(before, after, act="came_back", by=BY, now=now, agreed=True)
    return True
