"""A candidate's file as an item, and back. Whoever else keeps something in it is left alone."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, Final

from shared.domain.candidate_file import NO_CONSENT, CandidateFile, Search, WaitsFor
from shared.domain.consent import Consents
from shared.domain.filing import in_order
from shared.domain.ids import CandidateId
from shared.domain.registration import NOBODY, Candidate
from shared.table import keys
from shared.table.codec import due, moment, optional_moment, stamp

TIMES: Final = ("contact_by", "withdrawn_at", "erasing_since", "erased_at", "agreed_at")
LISTS: Final = ("blocked", "persons", "phones", "likenesses", "merged_from", "finds")


def to_item(file: CandidateFile) -> dict[str, Any]:
    until = file.not_solicited_until
    return {
        "candidate_id": file.candidate_id,
        "person": file.person,
        "candidate": {k: v for k, v in asdict(file.candidate).items() if v is not None},
        "consents": asdict(file.consents),
        "locale": file.locale,
        "opened_at": stamp(file.opened_at),
        "search": file.search,
        "adviser": file.adviser,
        "notes": file.notes,
        "reading": file.reading,
        "waits_for": file.waits_for,
        "not_solicited_until": until.isoformat() if until else None,
        "typed_at": {name: stamp(at) for name, at in file.typed_at.items()},
        "came": {company_id: stamp(at) for company_id, at in file.came.items()},
        "merged_into": file.merged_into,
        "is_there": not file.is_gone,
        "version": file.version,
        **{name: stamp(at) if (at := getattr(file, name)) else None for name in TIMES},
        **{name: list(getattr(file, name)) or None for name in LISTS},
        **_waiting(file),
    }


def _waiting(file: CandidateFile) -> dict[str, Any]:
    if file.contact_by is None or file.is_gone:
        return {}
    return due(keys.inbox(keys.Inbox.CONTACT), file.contact_by)


def from_item(item: Mapping[str, Any]) -> CandidateFile:
    until, waits_for = item.get("not_solicited_until"), item.get("waits_for")
    came = {company_id: moment(at) for company_id, at in item.get("came", {}).items()}
    lists: dict[str, Any] = {name: tuple(item.get(name, ())) for name in LISTS}
    times: dict[str, Any] = {name: optional_moment(item.get(name)) for name in TIMES}
    return CandidateFile(
        candidate_id=item["candidate_id"],
        person=item.get("person", ""),
        candidate=Candidate(**item["candidate"]) if "candidate" in item else NOBODY,
        consents=Consents(**item["consents"]) if "consents" in item else NO_CONSENT,
        locale=item["locale"],
        opened_at=moment(item["opened_at"]),
        let_go_by=in_order(came),
        search=Search(item.get("search", Search.LOOKING)),
        adviser=item.get("adviser"),
        notes=item.get("notes"),
        reading=item.get("reading"),
        waits_for=WaitsFor(waits_for) if waits_for else None,
        not_solicited_until=date.fromisoformat(until) if until else None,
        typed_at={name: moment(at) for name, at in item.get("typed_at", {}).items()},
        came=came,
        merged_into=item.get("merged_into"),
        version=item["version"],
        **times,
        **lists,
    )


def pointer(merged: CandidateFile, into: CandidateId) -> dict[str, Any]:
    """What stays under the name of a file that was found to be another's."""
    return {
        "candidate_id": merged.candidate_id,
        "locale": merged.locale,
        "opened_at": stamp(merged.opened_at),
        "merged_into": into,
        "is_there": True,
        "version": merged.version + 1,
    }


def remains(file: CandidateFile) -> dict[str, Any]:
    """What stays of an erased one: that there was somebody, and whom we may not solicit (S10)."""
    kept = to_item(file)
    names = "candidate_id locale opened_at came erasing_since erased_at not_solicited_until "
    names += "merged_from is_there"
    return {**{name: kept[name] for name in names.split()}, "version": file.version + 1}
