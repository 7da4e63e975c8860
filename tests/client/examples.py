"""An example as its reader runs it: a program of its own, told where and with which key."""

import os
import subprocess
import sys
from typing import Any, Final

from tests.support.schemas import DOCS

CLIENT: Final = DOCS / "client"
_LIMIT_S: Final = 60


def command(example: str, *words: str) -> list[str]:
    return [sys.executable, str(CLIENT / "examples" / f"{example}.py"), *words]


def told(**variables: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "PYTHONPATH": str(CLIENT), "PYTHONIOENCODING": "utf-8", **variables}


def ran(example: str, *words: str, url: str, key: str, **more: Any) -> tuple[int, str, str]:
    """Its status, what it printed, and what it complained of."""
    env = told(CAREER_RELAY_URL=url, CAREER_RELAY_KEY=key)
    done = subprocess.run(
        command(example, *words), env=env, capture_output=True, text=True, timeout=_LIMIT_S, **more
    )
    return done.returncode, done.stdout, done.stderr
