"""What Lambda's disk holds when a function starts: its code in var/task, its layers in opt."""

from dataclasses import dataclass
from pathlib import Path

from tests.infra.assets import DEPENDENCIES, SHARED, code, layer
from tests.support.zipped import unzipped, zipped


@dataclass(frozen=True, slots=True)
class Disk:
    """Unpacked from the archives that are sent, a verb when it is first asked for."""

    root: Path

    @property
    def opt(self) -> Path:
        made = self.root / "opt"
        if not made.exists():
            for name in (DEPENDENCIES, SHARED):
                unzipped(zipped(layer(name), self.root), made)
        return made

    def task(self, verb: str) -> Path:
        made = self.root / verb / "var" / "task"
        if not made.exists():
            unzipped(zipped(code(verb), self.root), made)
        return made
