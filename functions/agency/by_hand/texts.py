"""/agency/texts: what candidates and companies read, as it reads, and what is wrong in it."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.room import shown, words
from shared import clock
from shared.domain.errors import NotFound
from shared.domain.locale import Locale
from shared.domain.tokyo import day as tokyo_day
from shared.pages.collected import Collected, collected
from shared.pages.lint import Finding, Kind
from shared.pages.rules import LOCALES
from shared.pages.texts import current
from shared.pages.when import day
from shared.rooms import caller, language, query, routes

router = routes()
HERE: Final = "/agency/texts"


@router.get(HERE)
def page() -> Response[str]:
    caller(router, "agency:read")
    of = _of()
    every = {locale: collected(locale) for locale in LOCALES}
    values = {
        "of": of,
        "locales": LOCALES,
        "counts": {locale: len(found) for locale, found in every.items()},
        "found": [_told(text, locale) for locale in LOCALES for text in every[locale]],
        "groups": [
            (kind, [_row(text, of) for text in some])
            for kind, some in groupby(every[of], lambda text: text.kind)
        ],
    }
    return shown(router, "texts", HERE, values)


@router.get(f"{HERE}/<name>")
def one(name: str) -> Response[str]:
    """What is no page of its own, as it reads; braces stand where names and dates go."""
    caller(router, "agency:read")
    of = _of()
    found = next((text for text in collected(of) if text.name == name and not text.path), None)
    if found is None:
        raise NotFound("there is no such text")
    values = {
        "of": of,
        "text": found,
        "called": _named(found),
        "findings": [_finding(each) for each in found.findings],
    }
    return shown(router, "text_one", HERE, values)


def _of() -> Locale:
    """The language of the texts that are asked for; the reader's own where none is."""
    asked = query(router).get("of", "")
    return next((locale for locale in LOCALES if locale == asked), language(router))


def _named(text: Collected) -> str:
    names: Mapping[str, str] = words(router, "texts")["names"]
    return text.title or names[text.name]


def _told(text: Collected, locale: Locale) -> dict[str, Any]:
    findings = [_finding(found) for found in text.findings]
    return {"name": _named(text), "locale": locale, "findings": findings}


def _finding(found: Finding) -> tuple[Kind, str, str]:
    """What kind it is, what was found or is missing, and where."""
    said: Mapping[str, str] = words(router, "texts")["missing"]
    what = said[found.what] if found.kind is Kind.MISSING else found.what
    return found.kind, what, found.line


def _row(text: Collected, of: Locale) -> dict[str, Any]:
    return {
        "text": text,
        "name": _named(text),
        "since": day(text.since, language(router)) if text.since else None,
        "state": _state(text, of),
        "findings": [_finding(found) for found in text.findings],
    }


def _state(text: Collected, of: Locale) -> str | None:
    """Of what has versions: which one is read now."""
    if text.since is None:
        return None
    if text.since > tokyo_day(clock.now()):
        return "coming"
    return "now" if current(text.name, of).version == text.version else "before"
