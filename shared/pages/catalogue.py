"""The words of the pages: one TOML file per page and language in `words/`, plain text, no HTML."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final
from unicodedata import category

from markupsafe import Markup, escape

from shared.domain.locale import Locale

WORDS: Final = Path(__file__).parent / "words"
_TURNING: Final = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@cache
def words(locale: Locale, page: str, folder: Path = WORDS) -> Mapping[str, Any]:
    """A page's words, with those every page shares under `frame`."""
    own = tomllib.loads((folder / locale / f"{page}.toml").read_text("utf-8"))
    return own if page == "frame" else {**own, "frame": words(locale, "frame")}


def fill(text: str, **values: object) -> Markup:
    """Put values into a sentence for HTML. Both the sentence and the values are escaped."""
    return escape(text).format(**values)


def isolated(name: str) -> Markup:
    """A name somebody chose, kept from turning the direction of the words around it."""
    return Markup("<bdi>{}</bdi>").format(name)


def one_line(name: str) -> str:
    """A name for a line of plain text: breaks become a space, marks that turn its direction go."""
    visible = "".join(" " if c.isspace() or category(c) == "Cc" else c for c in name)
    return " ".join("".join(c for c in visible if c not in _TURNING).split())
