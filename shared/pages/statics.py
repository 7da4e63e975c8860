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

from shared.pages import style

FOLDER: Final = Path(__file__).parent / "static"
VENDOR: Final = Path(__file__).resolve().parents[2] / ".local" / "vendor" / "node_modules"
"""Where `make setup` puts what package-lock.json names."""
VENDORED: Final = {
    "echarts.js": "echarts/dist/echarts.min.js",
    "htmx.js": "htmx.org/dist/htmx.min.js",
}
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
    for name, body in _bodies():
        kept = FOR_A_DAY if name in UNCHANGED else FOR_EVER
        yield Static(_key(name, body), TYPES[Path(name).suffix], kept, body)


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
    return {name: _key(name, body) for name, body in _bodies()}


def _bodies() -> Iterator[tuple[str, bytes]]:
    """What lies here as it is, what others wrote, and the style sheet that is put together."""
    for file in sorted(FOLDER.iterdir()):
        if file.name != NAMES:
            yield file.name, file.read_bytes()
    for name, path in VENDORED.items():
        yield name, (VENDOR / path).read_bytes()
    yield "inside.css", style.inside().encode()
    yield "me.css", style.mine().encode()


def _key(name: str, body: bytes) -> str:
    if name in UNCHANGED:
        return name
    digest = hashlib.sha256(body).hexdigest()[:DIGITS]
    stem, _, ending = name.rpartition(".")
    return f"{PREFIX}{stem}.{digest}.{ending}"
