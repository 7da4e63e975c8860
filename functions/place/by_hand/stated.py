"""The labour conditions of a job order, each that the law asks for (ESA 5-3), also if missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from shared.contracts.conditions import Conditions
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest
from shared.domain.locale import Locale
from shared.pages.catalogue import words as shared_words
from shared.pages.conditions import ORDER, told

PARTS: Final = {
    "hours.holidays": "holidays",
    "hours.overtime_hours_per_month": "overtime",
    "hours.break_minutes": "break",
    "smoking_detail": "smoking",
}
"""Where a condition is shown that is not under the name it begins with."""


@dataclass(frozen=True, slots=True)
class Stated:
    label: str
    lines: tuple[str, ...]
    is_missing: bool


def stated(conditions: Mapping[str, Any], reader: Locale) -> Iterator[Stated]:
    said = shared_words(reader, "consents")["conditions"]
    found, lacking = dict(told(conditions, said, reader)), _lacking(conditions)
    for name in ORDER:
        text = found.get(said[name], "")
        yield Stated(said[name], tuple(text.split("\n")), not text or name in lacking)


def _lacking(conditions: Mapping[str, Any]) -> set[str]:
    """What the contract would not take today."""
    try:
        parse(Conditions, conditions)
    except InvalidRequest as refused:
        return {PARTS.get(path, path.partition(".")[0]) for path in refused.fields}
    return set()
