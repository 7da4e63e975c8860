"""A text of ours as a page: what is read by anybody, signed in or not."""

from datetime import date, timedelta
from urllib.parse import quote

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.rules import Rules
from shared.pages import texts
from shared.pages.catalogue import words
from shared.pages.locale import OTHER
from shared.pages.render import document, mailto
from shared.pages.rules import sentences
from shared.pages.texts import PATHS, Text
from shared.pages.when import day


def public(*, locale: Locale, agency: Agency, text: Text, rules: Rules) -> str:
    """The whole page. `rules` are those of the text's own time."""
    here = PATHS[text.name]
    over = texts.over_on(text, locale)
    filled = texts.values(agency, rules, locale)
    return document(
        "text",
        locale,
        agency,
        here=here,
        text=text,
        said=text.said,
        filled=filled,
        marked={**filled, "email": mailto(agency.contact_email)},
        pairs=texts.pairs,
        rules=sentences(rules, locale),
        since=day(text.since, locale),
        over=_until(over, locale),
        others=others(locale),
        earlier=[v.version for v in texts.versions(text.name, locale) if v.since < text.since],
        switch=f"{here}?version={quote(text.version)}&lang={OTHER[locale]}"
        if over
        else f"{here}?lang={OTHER[locale]}",
    )


def others(locale: Locale) -> list[tuple[str, str]]:
    """Where each text is, and what it is called."""
    names = words(locale, "text")["names"]
    return [(path, names[name]) for name, path in PATHS.items()]


def _until(over: date | None, locale: Locale) -> str:
    return day(over - timedelta(days=1), locale) if over else ""
