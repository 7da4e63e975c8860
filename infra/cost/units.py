"""What a registration uses: docs/units.json, measured by tests.support.cost, and assumptions."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

from infra.sources import ROOT

FILE: Final = ROOT / "docs" / "units.json"


@dataclass(frozen=True, slots=True)
class Assumed:
    """What no measurement in one process can say; docs/units.json has the reasons beside it."""

    call_ms: float
    platform_log_bytes: float
    access_log_bytes: float
    starts_a_day: float
    kms_requests_an_hour: float
    pollers: float
    poll_s: float


@dataclass(frozen=True, slots=True)
class Units:
    """Of one registration, a tenth of its tenth's credit included; `sweep` is one that is idle."""

    invocations: Mapping[str, float]
    registration: Mapping[str, float]
    sweep: Mapping[str, float]
    custom_metrics: int
    assumed: Assumed

    @classmethod
    def read(cls) -> Self:
        said: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
        measured = dict(said["registration"])
        assumed = Assumed(**{name: a["is"] for name, a in said["assumed"].items()})
        return cls(
            measured.pop("invocations"), measured, said["sweep"], said["custom_metrics"], assumed
        )
