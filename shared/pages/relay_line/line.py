"""The relay line: what goes into a company's own mail, and whether a mail has it already."""

from dataclasses import replace
from typing import Final
from urllib.parse import unquote, urlsplit

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.pages.sentences import Snippet, Tone, snippet

_WRAPPED: Final = 2
"""How often a mail's gateway may have quoted a link into one of its own."""


def relay_line(agency: Agency, url: str, locale: Locale, tone: Tone = "standard") -> Snippet:
    """A sentence of the library without its opening: the mail has thanked its reader already."""
    whole = snippet(agency, url, locale, "general", tone)
    return replace(whole, before=whole.before[1:])


def has_line(said: str, url: str) -> bool:
    """Whether what a mail says leads to us by any link, of this person or the company's own.

    >>> has_line("https://relay.example/r/another?lang=en", "https://relay.example/r/3f")
    True
    >>> has_line("https://relay.example/terms", "https://relay.example/r/3f")
    False
    """
    for _ in range(_WRAPPED):
        said = unquote(said)
    return _door(url) in said.casefold()


def _door(url: str) -> str:
    """
    >>> _door("https://relay.example/r/3f?lang=en")
    '//relay.example/r/'
    """
    parts = urlsplit(url)
    return f"//{parts.netloc}{parts.path.rpartition('/')[0]}/".casefold()
