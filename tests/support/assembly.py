"""What `python -m infra.app` writes, once for a stage and a state of the sources."""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from infra.local.place import ROOT
from infra.local.tools import node_folder
from tests.support.nested import unfolded

BUILD: Final = ROOT / ".local" / "build" / "assemblies"
STALE_S: Final = 1200
_SAID: Final = {
    "sender": "no-reply@mail.agency.example",
    "manager": {"name": "道標 花子", "email": "hanako@agency.example"},
    "operators": ["ops@agency.example", "night@agency.example"],
    "agency": {
        "name": "株式会社道標",
        "name_en": "Dohyo Inc.",
        "licence_number": "13-ユ-000001",
        "licence_until": "2099-03-31",
        "address": "東京都港区1-1-1",
        "address_en": "1-1-1 Minato-ku, Tokyo",
        "contact_email": "support@agency.example",
        "privacy_url": "https://agency.example/privacy",
    },
}
_OWN_DOMAIN: Final = {
    "domain": "relay.agency.example",
    "hosted_zone": {"id": "Z0123456789ABCDEFGHIJ", "name": "agency.example"},
}
CONTEXT: Final[dict[str, dict[str, Any]]] = {
    "local": {"stage": "local"},
    "dev": {"stage": "dev", "dev": _SAID},
    "prod": {"stage": "prod", "prod": _SAID | _OWN_DOMAIN},
}


@cache
def synthesized(stage: str) -> Path:
    """The assembly's folder. Read it, do not write to it: every test worker shares it."""
    BUILD.mkdir(parents=True, exist_ok=True)
    folder = BUILD / f"{stage}-{_state_of_sources()}"
    with (BUILD / f"{stage}.lock").open("w") as one_at_a_time:
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        if not folder.exists():
            _forget_stale(stage)
            unfinished = BUILD / f"unfinished-{stage}"
            shutil.rmtree(unfinished, ignore_errors=True)
            done = run(CONTEXT[stage], unfinished)
            assert done.returncode == 0, done.stderr
            unfinished.rename(folder)
    return folder


def template(stage: str, stack: str = "CareerRelay") -> dict[str, Any]:
    """With the stacks inside it unfolded."""
    found: dict[str, Any] = json.loads(template_file(stage, stack).read_text(encoding="utf-8"))
    return unfolded(found, synthesized(stage))


def template_file(stage: str, stack: str = "CareerRelay") -> Path:
    return synthesized(stage) / f"{stack}-{stage}.template.json"


def run(context: dict[str, Any], out: Path, *program: str) -> subprocess.CompletedProcess[str]:
    """The program as everybody runs it, or another one in its place."""
    told = {
        "CDK_OUTDIR": str(out),
        "CDK_CONTEXT_JSON": json.dumps(context),
        "PYTHONDONTWRITEBYTECODE": "",  # CDK is large: compiled once, it starts in a quarter
    }
    path = os.pathsep.join([node_folder(), os.environ.get("PATH", os.defpath)])
    return subprocess.run(
        [sys.executable, *(program or ("-m", "infra.app"))],
        cwd=ROOT,
        env={**os.environ, **told, "PATH": path, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=240,
    )


def _state_of_sources() -> str:
    digest = hashlib.sha256()
    for file in sorted(_inputs()):
        digest.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _inputs() -> Iterator[Path]:
    yield from (ROOT / name for name in ("layer.lock", "docs/openapi.json"))
    yield from (ROOT / "infra").glob("*.py")
    for name in ("functions", "shared", "infra/edge", "infra/watch"):
        yield from (f for f in (ROOT / name).rglob("*") if f.is_file() and f.suffix != ".pyc")


def _forget_stale(stage: str) -> None:
    for old in BUILD.glob(f"{stage}-*"):
        if old.stat().st_mtime < time.time() - STALE_S:
            shutil.rmtree(old, ignore_errors=True)
