"""ministack runs Lambdas in its own interpreter and environment, which hide a missing layer.

They get Python 3.13 with boto3 and nothing else; no variable but their own, AWS's, the clock's.
"""

import os
import subprocess
from pathlib import Path
from typing import Any

from ministack.core import lambda_runtime

from shared.settings import CLOCK_FILE

_THEIRS = ("AWS_", "_LAMBDA_", "LAMBDA_")
_NEEDED = {"LANG", "TMPDIR", "TZ", CLOCK_FILE}


class _Popen:
    """The module `subprocess`, but for the environment it hands to a worker."""

    def __getattr__(self, name: str) -> Any:
        return getattr(subprocess, name)

    def Popen(self, command: list[str], *, env: dict[str, str], **how: Any) -> Any:
        return subprocess.Popen(command, env=bare(env), **how)


def bare(env: dict[str, str]) -> dict[str, str]:
    """The function's own variables come with its first message, not from here."""
    kept = {n: v for n, v in env.items() if n.startswith(_THEIRS) or n in _NEEDED}
    return kept | {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": "1"}


def install(python: Path) -> None:
    detect = lambda_runtime._detect_runtime_binary

    def binary(runtime: str) -> tuple[str, str]:
        found, script = detect(runtime)
        return (str(python) if runtime.startswith("python") else found), script

    lambda_runtime._detect_runtime_binary = binary
    lambda_runtime.subprocess = _Popen()
