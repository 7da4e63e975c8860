"""checkov, in an environment of its own made from `checkov.lock`: its pins clash with ours.

`python -m tests.infra.checkov` makes it; the tests make it too, when it is not there.
"""

import fcntl
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from infra.local.place import ROOT
from infra.local.tools import run, uv

LOCK: Final = ROOT / "checkov.lock"
HOME: Final = ROOT / ".local"
OFFLINE: Final = {"CKV_SKIP_PACKAGE_UPDATE_CHECK": "true"}


def program() -> Path:
    """Made once for a lock file."""
    made = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()[:12]
    folder = HOME / f"checkov-{made}"
    HOME.mkdir(exist_ok=True)
    with (HOME / "checkov-lock").open("w") as one_at_a_time:
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        if not (folder / "made").exists():
            _make(folder)
            (folder / "made").touch()
    return folder / "bin" / "checkov"


def _make(folder: Path) -> None:
    log = HOME / "checkov.log"
    python = [uv(), "venv", "-q", "--clear", "-p", sys.executable, str(folder)]
    run("make checkov's Python", python, log)
    exactly = [uv(), "pip", "sync", "-q", "--require-hashes", "--compile-bytecode", str(LOCK)]
    run("install checkov.lock", exactly, log, VIRTUAL_ENV=str(folder))


def failed_in(templates: Iterable[Path]) -> list[dict[str, Any]]:
    """What fails, whatever its severity: only a platform's key tells one from another."""
    options = ["--framework", "cloudformation", "--skip-download", "--quiet", "--compact"]
    files = [word for template in templates for word in ("-f", str(template))]
    done = subprocess.run(
        [str(program()), *options, "-o", "json", *files],
        env={**os.environ, **OFFLINE},
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode in (0, 1), done.stderr
    report = json.loads(done.stdout)
    assert report["summary"]["parsing_errors"] == 0
    assert report["summary"]["passed"] > 0, "it read no template"
    return list(report["results"]["failed_checks"])


if __name__ == "__main__":
    print(f"checkov: {program()}")
