"""`outputs.json`: the addresses and keys of a running relay, for people and programs."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from infra.local.place import Place

_KNOWN = "known.json"


def put_away(place: Place) -> None:
    """Nobody shall read, while a relay starts, what the one before wrote."""
    if place.outputs.exists():
        place.outputs.replace(place / _KNOWN)


def known(place: Place) -> dict[str, Any] | None:
    """What the start before wrote, if it did."""
    with suppress(FileNotFoundError, json.JSONDecodeError):
        found: dict[str, Any] = json.loads((place / _KNOWN).read_text(encoding="utf-8"))
        return found
    return None


def write(path: Path, content: Mapping[str, Any]) -> None:
    """Whole or not at all."""
    half = path.with_suffix(".half")
    half.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    half.replace(path)


def show(place: Place) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(place.outputs.read_text(encoding="utf-8"))
    return content
