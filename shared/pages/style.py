"""The one style sheet of the candidate's pages, without its spaces, and the ten strokes in SVG."""

import re
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import quote

_HERE: Final = Path(__file__).parent
_SHEETS: Final = (
    "tokens",
    "text",
    "sky",
    "form",
    "choices",
    "facts",
    "thread",
    "told",
    "legal",
    "wide",
)
_INSIDE: Final = ("tokens", "text", "form", "choices", "told", "thread")
_STYLES: Final = _HERE / "styles"
_ICON: Final = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'>"
    "<rect width='32' height='32' rx='7' fill='#FBF9F4'/>"
    "<path d='M4 23v-9m2.5 9v-9M9 23v-9m2.5 9v-9m2.5 9v-9m2.5 9v-9m2.5 9v-9m2.5 9v-9m2.5 9v-9'"
    " stroke='#1C2B33' stroke-width='1.3'/>"
    "<path d='m26 23 3-14' stroke='#E8743B' stroke-width='3' stroke-linecap='round'/></svg>"
)


@cache
def style() -> str:
    return _plain(*_SHEETS)


def inside() -> str:
    """The style sheet of who signed in: a file of its own, kept by the browser."""
    return _plain(*_INSIDE, *sorted(f"inside/{f.stem}" for f in _STYLES.glob("inside/*.css")))


def mine() -> str:
    """The style sheet of a candidate's own pages: as the others they meet, and what is theirs."""
    return _plain(*_SHEETS, *sorted(f"me/{f.stem}" for f in _STYLES.glob("me/*.css")))


def _plain(*sheets: str) -> str:
    css = "".join((_STYLES / f"{sheet}.css").read_text("utf-8") for sheet in sheets)
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r" ?([{};,]) ?", r"\1", css).replace(": ", ":").strip()


@cache
def sign() -> str:
    return (_HERE / "templates" / "sign.svg").read_text("utf-8").strip()


@cache
def favicon() -> str:
    return "data:image/svg+xml," + quote(_ICON, safe=" '=/:")
