"""A statement's text, read strictly: what is not exactly one is refused in a sentence."""

import json
from dataclasses import dataclass, replace
from typing import Any, Final, NoReturn

from shared.command.lines import entry
from shared.command.strict import day, unlike
from shared.domain.statement import FORMAT, VERSION, Statement

KINDS: Final[dict[str, type]] = {
    "company_id": str,
    "threshold": int,
    "seq": int,
    "hash": str,
    "balances": dict,
    "entries": list,
}


class UnreadableError(Exception):
    """This is no statement."""


@dataclass(frozen=True, slots=True)
class Part:
    statement: Statement
    goes_on: bool


def parsed(raw: bytes) -> Part:
    """Raises UnreadableError, WrongEntryError."""
    said = _json(raw)
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise UnreadableError(f"is no statement: its format is not {FORMAT}")
    if (type(version := said.get("version")), version) != (int, VERSION):
        raise UnreadableError(f"is a statement, and not of version {VERSION}")
    if problem := _problem(said):
        raise UnreadableError(f"is no statement: {problem}")
    kept = {name: said[name] for name in KINDS}
    entries = (entry(place, item) for place, item in enumerate(said["entries"], start=1))
    on = {"as_of": day(said["as_of"]), "entries": tuple(entries)}
    return Part(Statement(**{**kept, **on}), goes_on=said["next_cursor"] is not None)


def whole(parts: list[Part]) -> Statement:
    """Parts in order are one statement: the last says where it ended. Raises UnreadableError."""
    if len({part.statement.company_id for part in parts}) > 1:
        raise UnreadableError("these are statements of several companies")
    if parts[-1].goes_on:
        raise UnreadableError("the statement goes on; name its next parts, too, in order")
    if not all(part.goes_on for part in parts[:-1]):
        raise UnreadableError("a statement that does not go on stands before the last file")
    entries = [entry for part in parts for entry in part.statement.entries]
    return replace(parts[-1].statement, entries=tuple(entries))


def _json(raw: bytes) -> Any:
    try:
        text = raw.decode("utf-8-sig")
        return json.loads(text, object_pairs_hook=_once, parse_constant=_constant)
    except (ValueError, RecursionError) as why:
        raise UnreadableError("is not JSON") from why


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a name stands twice")
    return dict(pairs)


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


def _problem(said: dict[str, Any]) -> str | None:
    if problem := unlike(said, KINDS, "format", "version", "as_of", "next_cursor"):
        return problem
    if problem := unlike(said["balances"], dict.fromkeys(said["balances"], int)):
        return f"balance {problem}"
    if not all(name.isprintable() for name in said["balances"]):
        return "a balance has no name that can be read"
    if said["as_of"] is not None and day(said["as_of"]) is None:
        return "as_of is not a day as in 2026-03-02"
    return None if isinstance(said["next_cursor"], str | None) else "next_cursor is not text"
