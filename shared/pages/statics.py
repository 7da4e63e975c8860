"""Files served as they are. A name changes with the bytes behind it, so caches may keep both.

The bytes lie beside the code where files are served from; a function carries their names alone.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "static"
NAMES: Final = "names.json"
PREFIX: Final = "static/"
DIGITS: Final = 12
FOR_EVER: Final = "public, max-age=31536000, immutable"
FOR_A_DAY: Final = "public, max-age=86400"
UNCHANGED: Final = frozenset({"favicon.ico"})
"""Asked for by a name that is not ours to choose."""
TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class Static:
    """`key` is its path without the first slash, and its name in the bucket."""

    key: str
    content_type: str
    cache_control: str
    body: bytes


def statics() -> Iterator[Static]:
    """All there are, where their bytes are."""
    for file in sorted(FOLDER.iterdir()):
        if file.name != NAMES:
            kept = FOR_A_DAY if file.name in UNCHANGED else FOR_EVER
            yield Static(_key(file), TYPES[file.suffix], kept, file.read_bytes())


def path(name: str) -> str:
    """Where a page finds a file of `static/`."""
    return f"/{names()[name]}"


@cache
def names() -> Mapping[str, str]:
    """Key by file name."""
    told = FOLDER / NAMES
    if told.exists():
        found: dict[str, str] = json.loads(told.read_text("utf-8"))
        return found
    return {file.name: _key(file) for file in sorted(FOLDER.iterdir())}


def _key(file: Path) -> str:
    if file.name in UNCHANGED:
        return file.name
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:DIGITS]
    return f"{PREFIX}{file.stem}.{digest}{file.suffix}"
