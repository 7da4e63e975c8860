"""Has a stranger's file looked through by a process that can do no harm."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import Any, Final

from shared.domain.cv import Flaw, Judged, MediaType, refused
from shared.domain.forbidden import Kind

LONGEST_S: Final = 10.0
_LIBRARIES: Final = ("LD_LIBRARY_PATH",)
"""On Lambda Python itself is found by it."""
_COMMAND: Final = ("-P", "-s", "-m", "shared.cv.reading")


@dataclass(frozen=True, slots=True)
class Reading:
    longest_s: float = LONGEST_S

    def judge(self, content: bytes) -> Judged:
        """Raises CvRefused."""
        try:
            done = subprocess.run(  # noqa: S603 - every word of it is ours
                [sys.executable, *_COMMAND],
                input=content,
                capture_output=True,
                timeout=self.longest_s,
                env=_knows_nothing(),
            )
        except subprocess.TimeoutExpired:
            raise refused(Flaw.TOO_MUCH_INSIDE) from None
        if done.returncode < 0:  # killed for using too much
            raise refused(Flaw.TOO_MUCH_INSIDE)
        return _told(json.loads(done.stdout)) if done.returncode == 0 else _broke()


def _knows_nothing() -> dict[str, str]:
    """Where its code is, and none of the settings and credentials this process has."""
    libraries = {name: os.environ[name] for name in _LIBRARIES if name in os.environ}
    modules = os.pathsep.join(filter(None, sys.path))
    return {"PYTHONPATH": modules, "PYTHONDONTWRITEBYTECODE": "1", **libraries}


def _told(said: Any) -> Judged:
    if "flaw" in said:
        raise refused(Flaw(said["flaw"]))
    warnings = tuple(Kind(kind) for kind in said["warnings"])
    return Judged(MediaType(said["media_type"]), said["pages"], warnings)


def _broke() -> Judged:
    """A file that breaks its reader is one nobody can open; what it wrote is not quoted."""
    raise refused(Flaw.BROKEN)
