"""What everybody may read of the agency and its terms: texts in versions, none ever changed.

A version is a file a language, `published/<name>/<version>.<locale>.toml`. Change a word and it is
a new file: a test keeps the digest of each.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from shared.domain.agency import Agency
from shared.domain.fee import fee
from shared.domain.locale import Locale
from shared.domain.rules import Rules
from shared.pages.when import day

FOLDER: Final = Path(__file__).parent / "published"
PATHS: Final[Mapping[str, str]] = {
    "privacy": "/privacy",
    "terms": "/terms",
    "company_terms": "/terms/company",
    "licence": "/licence",
    "fees": "/fees",
    "contact": "/contact",
}


@dataclass(frozen=True, slots=True)
class Text:
    """`since` is the day it began, in Tokyo; `said` its words, with names where figures go."""

    name: str
    version: str
    since: date
    said: Mapping[str, Any]


@cache
def versions(name: str, locale: Locale) -> tuple[Text, ...]:
    """All there ever were, the newest first."""
    found = (_read(name, file) for file in (FOLDER / name).glob(f"*.{locale}.toml"))
    return tuple(sorted(found, key=lambda text: (text.since, text.version), reverse=True))


def current(name: str, locale: Locale) -> Text:
    return versions(name, locale)[0]


def of_version(name: str, version: str, locale: Locale) -> Text:
    """Raises LookupError."""
    for text in versions(name, locale):
        if text.version == version:
            return text
    raise LookupError(f"{name} has no version {version}")


def over_on(text: Text, locale: Locale) -> date | None:
    """The day the next version began; none yet for the current one."""
    later = [other.since for other in versions(text.name, locale) if other.since > text.since]
    return min(later, default=None)


def _read(name: str, file: Path) -> Text:
    said = tomllib.loads(file.read_text("utf-8"))
    return Text(name, file.name.split(".")[0], said["since"], said)


def values(agency: Agency, rules: Rules, locale: Locale) -> dict[str, str]:
    """What a text may name. What nobody told is empty, and its line is left out."""
    return {
        "agency": agency.name_in(locale),
        "address": agency.address_in(locale),
        "licence": agency.licence_number,
        "until": day(agency.licence_until, locale),
        "email": agency.contact_email,
        "responsible": agency.responsible,
        "phone": agency.phone,
        "privacy_url": agency.privacy_url,
        "contact_weekdays": str(rules.contact_weekdays),
        "fee_percent": str(rules.fee_percent),
        "fee_cap": f"{rules.fee_cap_jpy:,}",
        "early_leave_days": str(rules.early_leave_days),
        "restored_days": str(rules.restored_days),
        "example_plain": f"{fee(6_000_000, rules).without_credit_jpy:,}",
        "example_covered": f"{fee(6_000_000, rules).with_credit_jpy:,}",
        "example_over": f"{fee(8_000_000, rules).with_credit_jpy:,}",
    }


def pairs(rows: list[list[str]], filled: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Two words a row, filled in; a row that says nothing is left out."""
    for label, value in rows:
        if said := value.format(**filled):
            yield label.format(**filled), said
