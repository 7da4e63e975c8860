"""One entry of a statement's text, read strictly."""

from dataclasses import fields
from typing import Any, Final, get_args

from shared.command.strict import day, unlike
from shared.domain.entry import Entry, Kind
from shared.domain.ids import CompanyId

KINDS: Final[dict[str, type]] = {f.name: int if f.type is int else str for f in fields(Entry)}
DAYS: Final = ("recorded_on", "occurred_on")


class WrongEntryError(Exception):
    """This is a statement, with an entry that is none."""


def entry(place: int, said: Any) -> Entry:
    """Raises WrongEntryError."""
    if problem := _problem(said):
        named = said.get("entry_id") if isinstance(said, dict) else None
        raise WrongEntryError(f"entry {place} of its file ({named!r}): {problem}")
    days = {name: day(said[name]) for name in DAYS}
    return Entry(**{**said, **days, "company_id": CompanyId(said["company_id"])})


def _problem(said: Any) -> str | None:
    if not isinstance(said, dict):
        return "it is not an object"
    if problem := unlike(said, KINDS):
        return problem
    if said["kind"] not in get_args(Kind):
        return f"kind {said['kind']!r} is not known"
    wrong = (name for name in DAYS if day(said[name]) is None)
    return next((f"{name} is not a day as in 2026-03-02" for name in wrong), None)
