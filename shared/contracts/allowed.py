"""What a field may hold, in words, from pydantic's finding: never what it held."""

import re
from collections.abc import Mapping
from typing import Any, Final

MONTH: Final = r"^20\d\d-(0[1-9]|1[0-2])$"
_PATTERNS: Final = {MONTH: "YYYY-MM"}
_MOMENT: Final = "YYYY-MM-DDThh:mm:ss with its offset, or Z"
_KINDS: Final = (
    ("datetime_", _MOMENT),
    ("timezone_", _MOMENT),
    ("date_", "YYYY-MM-DD"),
    ("int_", "a whole number"),
    ("bool_", "true or false"),
    ("string_type", "text"),
    ("list_type", "a list"),
    ("tuple_type", "a list"),
)
_BOUNDS: Final = {
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
    "string_too_long": "at most {max_length} characters",
    "too_long": "at most {max_length}",
}


def allowed(finding: Mapping[str, Any]) -> str | None:
    kind, known = str(finding["type"]), finding.get("ctx") or {}
    if kind in {"literal_error", "enum"}:
        return _one_of(str(known.get("expected", "")))
    if kind == "string_pattern_mismatch":
        return _PATTERNS.get(str(known.get("pattern")))
    if kind in _BOUNDS:
        return _BOUNDS[kind].format_map({"max_length": "so many", **known})
    if "why" in known or kind == "malformed":  # our own words
        return str(finding["msg"])
    return next((text for prefix, text in _KINDS if kind.startswith(prefix)), None)


def _one_of(expected: str) -> str:
    """
    >>> _one_of("'a', 'b' or 'c'")
    'one of a, b, c'
    """
    return "one of " + (", ".join(re.findall(r"'([^']*)'", expected)) or expected)
