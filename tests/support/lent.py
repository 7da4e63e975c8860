"""The synthesized stack, made once for all relays of the tests, in whichever process they run."""

import fcntl
import shutil
from pathlib import Path

from infra.local.assembly import Assembly
from infra.local.place import ROOT, Place
from infra.local.synthesis import synthesize

_PLACE = Place(ROOT / ".local" / "tests", 0)


def lend(state: Path) -> None:
    """Let a relay in `state` find it: from the same sources it synthesizes nothing again."""
    shutil.copytree(_made().folder, state / "cdk.out", dirs_exist_ok=True)


def _made() -> Assembly:
    _PLACE.temporary.mkdir(parents=True, exist_ok=True)
    with (_PLACE / "lock").open("w") as one_at_a_time:
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        return synthesize(_PLACE)
