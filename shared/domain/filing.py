"""One person's registrations, put together. In whatever order they come, one file comes of them.

Each field is the one typed last where it was given; consents count as a whole, the last ones given.
Of two files that a person merges, the kept one's fields count.
"""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, Final

from shared.domain.candidate_file import CandidateFile, Search, WaitsFor
from shared.domain.ids import CandidateId, CompanyId, PersonKey
from shared.domain.registration import Candidate, Registration

EMAIL: Final = "email"


def opened(
    candidate_id: CandidateId,
    registration: Registration,
    person: PersonKey,
    *,
    contact_by: datetime,
    phone: str | None = None,
    likeness: str | None = None,
) -> CandidateFile:
    """What one verified registration says by itself.

    Args:
        phone: a keyed hash, as `likeness`.
    """
    at = registration.submitted_at
    given = {name for name, value in asdict(registration.candidate).items() if value is not None}
    return CandidateFile(
        candidate_id=candidate_id,
        person=person,
        candidate=registration.candidate,
        consents=registration.consents,
        locale=registration.locale,
        opened_at=at,
        contact_by=contact_by,
        let_go_by=(registration.company_id,),
        waits_for=WaitsFor.FIRST_CONTACT,
        agreed_at=at,
        persons=(person,),
        phones=(phone,) if phone else (),
        likenesses=(likeness,) if likeness else (),
        typed_at=dict.fromkeys(given, at),
        came={registration.company_id: at},
    )


def together(kept: CandidateFile, other: CandidateFile) -> CandidateFile:
    """All that is known of one person, under the kept name. Asked twice, it changes nothing."""
    typed, typed_at = _typed(kept, other)
    newer = _newer(kept, other)
    came = _first(kept.came, other.came)
    waiting = [f for f in (kept, other) if f.contact_by]
    due = min(waiting, key=_contact_by, default=None)
    first = min((kept, other), key=lambda f: (f.opened_at, f.person))
    withdrawn = max(filter(None, (kept.withdrawn_at, other.withdrawn_at)), default=None)
    return replace(
        kept,
        person=first.person,
        candidate=typed,
        typed_at=typed_at,
        consents=_agreed(kept, other).consents,
        agreed_at=_agreed(kept, other).agreed_at,
        locale=newer.locale,
        opened_at=first.opened_at,
        contact_by=due.contact_by if due else None,
        waits_for=due.waits_for if due else None,
        came=came,
        let_go_by=in_order(came),
        search=_search(kept, other),
        adviser=kept.adviser or other.adviser,
        reading=_reading(typed, kept, other),
        blocked=_both(kept.blocked, other.blocked),
        notes="\n".join(_both(_texts(kept.notes), _texts(other.notes))) or None,
        not_solicited_until=max(
            filter(None, (kept.not_solicited_until, other.not_solicited_until)), default=None
        ),
        withdrawn_at=withdrawn if withdrawn and withdrawn > newer.typed_at[EMAIL] else None,
        persons=_both(kept.persons, other.persons),
        phones=_both(kept.phones, other.phones),
        likenesses=_both(kept.likenesses, other.likenesses),
    )


def merged(kept: CandidateFile, other: CandidateFile) -> CandidateFile:
    """Two files that were one person's; the other's name leads to the kept one from now on.

    Whoever merges says which file is right: what it says of the candidate stays, and what it lacks
    the other fills in. What they type from now on counts again.
    """
    candidate = _filled(kept.candidate, other.candidate)
    return replace(
        together(kept, other),
        candidate=candidate,
        reading=_reading(candidate, kept, other),
        merged_from=_both(kept.merged_from, (other.candidate_id, *other.merged_from)),
    )


def _filled(kept: Candidate, other: Candidate) -> Candidate:
    mine, theirs = asdict(kept), asdict(other)
    return Candidate(**{n: theirs[n] if said is None else said for n, said in mine.items()})


def _reading(candidate: Candidate, *files: CandidateFile) -> str | None:
    """Of the name as it is now; that of another name goes."""
    same = (f.reading for f in files if f.candidate.full_name == candidate.full_name)
    return next(filter(None, same), None)


def in_order(came: Mapping[CompanyId, datetime]) -> tuple[CompanyId, ...]:
    """First one first."""
    return tuple(sorted(came, key=lambda company_id: (came[company_id], company_id)))


def _typed(kept: CandidateFile, other: CandidateFile) -> tuple[Candidate, Mapping[str, datetime]]:
    said = [(f.typed_at[name], getattr(f.candidate, name), name)
            for f in (kept, other) for name in f.typed_at]  # fmt: skip
    last = {name: (at, value) for at, value, name in sorted(said, key=_order)}
    values: dict[str, Any] = {name: value for name, (_, value) in last.items()}
    return Candidate(**values), {name: at for name, (at, _) in last.items()}


def _order(said: tuple[datetime, str | None, str]) -> tuple[datetime, str]:
    return said[0], said[1] or ""


def _newer(kept: CandidateFile, other: CandidateFile) -> CandidateFile:
    return max((kept, other), key=lambda f: (f.typed_at[EMAIL], f.candidate.email, f.locale))


def _agreed(kept: CandidateFile, other: CandidateFile) -> CandidateFile:
    return max((kept, other), key=lambda f: (f.agreed_at or f.opened_at, str(f.consents)))


def _search(kept: CandidateFile, other: CandidateFile) -> Search:
    """Who registers again is looking again."""
    return Search.LOOKING if other.typed_at[EMAIL] > kept.typed_at[EMAIL] else kept.search


def _first(one: Mapping[CompanyId, datetime], other: Mapping[CompanyId, datetime]) -> Any:
    return {c: min(m[c] for m in (one, other) if c in m) for c in one.keys() | other.keys()}


def _contact_by(file: CandidateFile) -> tuple[datetime, str]:
    assert file.contact_by
    return file.contact_by, str(file.waits_for)


def _both[T: str](one: tuple[T, ...], other: tuple[T, ...]) -> tuple[T, ...]:
    """In one order, whichever comes first."""
    return tuple(sorted({*one, *other}))


def _texts(notes: str | None) -> tuple[str, ...]:
    return tuple(notes.splitlines()) if notes else ()
