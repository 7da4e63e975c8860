"""Every text of ours that candidates and companies read, with what is wrong in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any, Final

from shared.domain.locale import Locale
from shared.pages import texts
from shared.pages.catalogue import words
from shared.pages.lint import Finding, lint
from shared.pages.sentences import STAGES, TONES

MAILS: Final = (
    *("mail", "candidate_mail", "own_mail", "sign_in_mail"),
    *("company_mail", "sample_mail", "endpoint_mail", "connection_mail"),
)
"""Files of words, each with several mails."""


@dataclass(frozen=True, slots=True)
class Collected:
    """
    Args:
        kind: `published`, `mails`, `pasted` or `pages`.
        title: as its reader sees it; None where it is called by its name.
        version: what it is called, or a mark of its words where they have no versions.
        since: the day it began, where it has versions.
        path: where it is read as it stands.
    """

    kind: str
    name: str
    title: str | None
    version: str
    lines: Sequence[str]
    findings: Sequence[Finding]
    since: date | None = None
    path: str | None = None


@cache
def collected(locale: Locale) -> tuple[Collected, ...]:
    return (*_published(locale), *_mails(locale), *_pasted(locale), *_pages(locale))


def _published(locale: Locale) -> Iterator[Collected]:
    """Every version there is, the newest of each first."""
    for name, path in texts.PATHS.items():
        for text in texts.versions(name, locale):
            lines = [*_lines(text.said)]
            where = f"{path}?version={text.version}&lang={locale}"
            found, told = lint(lines, name), (text.said["title"], text.version)
            yield Collected("published", name, *told, lines, found, text.since, where)


def _mails(locale: Locale) -> Iterator[Collected]:
    for page in MAILS:
        for name, said in words(locale, page).items():
            if isinstance(said, dict) and "subject" in said:
                yield _plain("mails", f"{page}.{name}", said["subject"], [*_lines(said)])
    foot = [line for line in words(locale, "mail").values() if isinstance(line, str)]
    yield _plain("mails", "foot", None, foot, "foot")


def _pasted(locale: Locale) -> Iterator[Collected]:
    """What companies paste, by tone: all stages together."""
    said = words(locale, "sentences")
    for tone in TONES:
        openings = [said["stages"][stage][tone] for stage in STAGES]
        lines = [*openings, *_lines(said[tone]), said["link"]]
        yield _plain("pasted", tone, None, lines, "sentences")


def _pages(locale: Locale) -> Iterator[Collected]:
    said = {name: one for name, one in words(locale, "landing").items() if name != "frame"}
    yield _plain("pages", "landing", said["title"], [*_lines(said)], "landing")


def _plain(
    kind: str, name: str, title: str | None, lines: Sequence[str], needed: str | None = None
) -> Collected:
    mark = sha256("\n".join(lines).encode()).hexdigest()[:8]
    return Collected(kind, name, title, mark, lines, lint(lines, needed))


def _lines(said: Any) -> Iterator[str]:
    """Its sentences in order, without what leads elsewhere."""
    if isinstance(said, str):
        if not said.startswith(("https://", "/")):
            yield said
    elif isinstance(said, Mapping):
        for one in said.values():
            yield from _lines(one)
    elif isinstance(said, list):
        for one in said:
            yield from _lines(one)
