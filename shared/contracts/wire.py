"""What every body has in common, and how one is read."""

from datetime import UTC, date, datetime, time
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, ValidationError

from shared.contracts.allowed import allowed
from shared.domain.errors import InvalidRequest, MalformedBody

_SAID: Final = {
    "missing": "missing",
    "string_too_short": "missing",
    "too_short": "missing",
    "blank": "missing",
    "string_too_long": "too_long",
    "too_long": "too_long",
    "literal_error": "malformed",
    "needed": "needed",
    "extra_forbidden": "unknown",
}


class Body(BaseModel):
    """A request's body: unknown fields are refused by name, so a typing mistake is not silent."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Answer(BaseModel):
    """A reply's body. A reply may grow; readers ignore what they do not know."""

    model_config = ConfigDict(frozen=True)


def parse[M: BaseModel](model: type[M], values: Any) -> M:
    """Read a decoded body. Says which fields are wrong and how, never what was in them.

    Raises:
        InvalidRequest
    """
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise refusal(list(error.errors())) from None


def refusal(found: list[Any]) -> InvalidRequest:
    """pydantic's findings as our refusal; a body that is no JSON at all is malformed (400)."""
    if any(str(e["type"]) == "json_invalid" for e in found):
        return MalformedBody("the body is not JSON")
    named = [(name, e) for e in found for name in _names(e)]
    fields = {name: _SAID.get(str(e["type"]), "malformed") for name, e in named}
    hints = {name: hint for name, e in named if (hint := allowed(e))}
    told = "; ".join(f"{name}: {hints[name]}" for name in sorted(hints))
    detail = "wrong or missing: " + ", ".join(sorted(fields))
    return InvalidRequest(f"{detail}. {told}" if told else detail, fields)


def _names(finding: Any) -> list[str]:
    """The field, or those of a body that does not hold together."""
    loc, ours = tuple(finding["loc"]), finding.get("ctx", {}).get("fields", ())
    return [_name((*loc, field)) for field in ours] or [_name(loc)]


def _name(loc: tuple[Any, ...]) -> str:
    parts = [str(part) for part in loc]
    if len(parts) > 1 and parts[0] in {"body", "query", "path", "header"}:
        parts = parts[1:]
    return ".".join(parts) or "body"


def midnight(day: date) -> datetime:
    """A day as the moment it began, UTC: what companies see of times."""
    return datetime.combine(day, time(), UTC)
