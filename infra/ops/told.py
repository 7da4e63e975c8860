"""What cdk.context.json says of a stage, read before anything is asked of AWS."""

import json
from pathlib import Path
from typing import Any, Final

from infra.context import FILE, REGION, StageSaid, said_of
from infra.local.place import ROOT
from infra.ops.refusal import RefusedError

SHIPPED: Final = ("dev", "prod")
EXAMPLE: Final = "docs/cdk.context.example.json"


def told(stage: str, folder: Path = ROOT, *, lapsed: bool = False) -> StageSaid:
    """Raises RefusedError, ContextRefusedError: the sentence names the command or the field."""
    if stage not in SHIPPED:
        raise RefusedError(f"STAGE is dev or prod, not {stage}; local is what `make run` starts")
    if not (folder / FILE).exists():
        raise RefusedError(f"{FILE} is missing: cp {EXAMPLE} {FILE}, and make it yours")
    stages = _read(folder)
    if stage not in stages:
        raise RefusedError(f"{FILE} says nothing of {stage}; {EXAMPLE} shows what it needs")
    return said_of(stage, stages[stage], lapsed=lapsed)


def region_of(stage: str, folder: Path = ROOT) -> str:
    """A lapsed licence or a missing field keeps nobody from looking after what is deployed."""
    said = _read(folder).get(stage) if (folder / FILE).exists() else None
    return str(said.get("region", REGION)) if isinstance(said, dict) else REGION


def _read(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except ValueError as error:
        raise RefusedError(f"{FILE} is not JSON: {error}") from None
    if not isinstance(found, dict):
        raise RefusedError(f"{FILE} is not an object of stages; {EXAMPLE} shows one")
    return found
