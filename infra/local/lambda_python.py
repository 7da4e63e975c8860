"""The Python the Lambdas run under here: 3.13 with boto3 and nothing else, as AWS gives it."""

import fcntl
import hashlib
import sys
from pathlib import Path
from typing import Final

from infra.local.place import ROOT
from infra.local.tools import run, uv

_LOCK: Final = ROOT / "lambda.lock"
_HOME: Final = ROOT / ".local"


def lambda_python(lock: Path = _LOCK) -> Path:
    """Made once for a lock file; relays share it, for nobody writes to it."""
    made = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()[:12]
    folder = _HOME / f"lambda-python-{made}"
    _HOME.mkdir(exist_ok=True)
    with (_HOME / "lambda-python.lock").open("w") as one_at_a_time:
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        if not (folder / "made").exists():
            _make(folder, lock)
            (folder / "made").touch()
    return folder / "bin" / "python"


def _make(folder: Path, lock: Path) -> None:
    log = _HOME / "lambda-python.log"
    python = [uv(), "venv", "-q", "--clear", "-p", sys.executable, str(folder)]
    run("make the Lambdas' Python", python, log)
    exactly = [uv(), "pip", "sync", "-q", "--require-hashes", "--compile-bytecode", str(lock)]
    run(f"install {lock.name}", exactly, log, VIRTUAL_ENV=str(folder))
