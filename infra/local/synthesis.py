"""The same program `cdk deploy` runs, for the stage `local`; no CDK CLI is needed."""

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from infra.local.assembly import Assembly
from infra.local.place import ROOT, Place
from infra.local.tools import node_folder, run

STACK: Final = "CareerRelay-local"
MADE_FROM: Final = "made-from"
"""The mark beside what was synthesized."""
_SOURCES: Final = ("infra", "functions", "shared")
_OTHER: Final = frozenset({"__pycache__", "local"})


def synthesize(place: Place) -> Assembly:
    """What was synthesized from the very same sources is not synthesized again."""
    folder, made_from = place / "cdk.out", sources()
    mark = folder / MADE_FROM
    if not mark.exists() or mark.read_text() != made_from:
        write({"stage": "local"}, folder, place / "synthesis.log", TMPDIR=str(place.temporary))
        mark.write_text(made_from)
    return Assembly(folder, STACK)


def write(context: dict[str, Any], folder: Path, log: Path, **variables: str) -> None:
    """Raises RefusedError, with what the program said."""
    run(
        f"synthesize the stack for {context['stage']}",
        [sys.executable, "-m", "infra.app"],
        log,
        CDK_OUTDIR=str(folder),
        CDK_CONTEXT_JSON=json.dumps(context),
        PYTHONDONTWRITEBYTECODE="",  # CDK is large: compiled once, it starts in a quarter
        PATH=os.pathsep.join([node_folder(), os.environ.get("PATH", os.defpath)]),
        **variables,
    )


def sources() -> str:
    """Changes with every byte a synthesis can depend on."""
    digest = hashlib.sha256(sys.version.encode())
    for file in _files():
        digest.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def _files() -> Iterator[Path]:
    yield from sorted(ROOT.glob("*.lock"))
    yield ROOT / "docs" / "openapi.json"
    for top in _SOURCES:
        for file in sorted((ROOT / top).rglob("*")):
            if file.is_file() and not _OTHER.intersection(file.parts):
                yield file
