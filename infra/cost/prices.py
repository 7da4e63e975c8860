"""What a unit costs: docs/prices.json, a list somebody read by hand and dated."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from infra.sources import ROOT

FILE: Final = ROOT / "docs" / "prices.json"


@dataclass(frozen=True, slots=True)
class Price:
    service: str
    unit: str
    usd: float


@dataclass(frozen=True, slots=True)
class Prices:
    """`yen_per_usd` 0: dollars alone."""

    region: str
    as_of: str
    by: Mapping[str, Price]
    yen_per_usd: float = 0

    @classmethod
    def read(cls) -> Self:
        said = json.loads(FILE.read_text(encoding="utf-8"))
        by = {name: Price(**price) for name, price in said["prices"].items()}
        return cls(said["region"], said["as_of"], by, said.get("yen_per_usd", 0))
