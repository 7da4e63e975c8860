"""The stack all tests read, for a relay of theirs: from the same sources it makes none again."""

import shutil
from pathlib import Path

from infra.local.synthesis import MADE_FROM, sources
from tests.support.assembly import synthesized


def lend(state: Path) -> None:
    folder = shutil.copytree(synthesized("local"), state / "cdk.out", dirs_exist_ok=True)
    (folder / MADE_FROM).write_text(sources())
