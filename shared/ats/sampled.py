"""A vendor's deliveries, written by us with its own keys. The person in them was invented."""

import json
from pathlib import Path
from typing import Final

SAMPLES: Final = Path(__file__).with_name("samples")


def samples(vendor: str) -> dict[str, bytes]:
    """By what happened: `created`, `rejected`, `ping`, ... Raises FileNotFoundError."""
    said = json.loads((SAMPLES / f"{vendor}.json").read_text(encoding="utf-8"))
    return {name: json.dumps(body, ensure_ascii=False).encode() for name, body in said.items()}
