"""What the engine in this folder already runs, so that an unchanged stack is not deployed again."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Self

from infra.local import outputs
from infra.local.place import Place

_FILE = "deployed.json"


@dataclass(frozen=True, slots=True)
class Deployed:
    """Written after the engine saved: without it, the saved state is not to be trusted."""

    fingerprint: str
    outputs: dict[str, str]

    @classmethod
    def to(cls, place: Place) -> Self | None:
        if place.half_told.exists():
            (place / _FILE).unlink(missing_ok=True)
        with suppress(FileNotFoundError, json.JSONDecodeError, TypeError):
            return cls(**json.loads((place / _FILE).read_text(encoding="utf-8")))
        return None

    def write(self, place: Place) -> None:
        outputs.write(place / _FILE, asdict(self))
