"""Where one relay keeps its things. Several run side by side, each in a folder of its own."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from infra.local.refusal import RefusedError

ROOT: Final = Path(__file__).resolve().parents[2]
PORT: Final = 8080


@dataclass(frozen=True, slots=True)
class Place:
    """Everything below `state` is the relay's own; `make clean` removes it."""

    state: Path
    port: int
    told: bool = False
    """A demo is told when it is seeded."""

    @classmethod
    def named_by_environment(cls) -> Self:
        """`RELAY_STATE`, `RELAY_PORT` and `RELAY_SEED`, or `.local`, 8080 and the demo."""
        port = os.environ.get("RELAY_PORT") or str(PORT)
        if not port.isdecimal() or not 0 < int(port) < 65536:
            raise RefusedError(f"RELAY_PORT is {port!r}; it has to be a port number")
        seed = os.environ.get("RELAY_SEED") or "demo"
        if seed not in ("demo", "none"):
            raise RefusedError(f"RELAY_SEED is {seed!r}; it is demo or none")
        state = ROOT / (os.environ.get("RELAY_STATE") or ".local")
        return cls(state.resolve(), int(port), seed == "demo")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def mailbox_url(self) -> str:
        return f"{self.url}/_mailbox"

    def __truediv__(self, name: str) -> Path:
        return self.state / name

    @property
    def outputs(self) -> Path:
        """Written last, when everything answers; put away first, when a start begins."""
        return self / "outputs.json"

    @property
    def clock(self) -> Path:
        """By how many seconds the relay's time is another one, while a demo is told."""
        return self / "clock"

    @property
    def half_told(self) -> Path:
        """There while a demo is told: where it is found at a start, that was cut short."""
        return self / "half-told"

    @property
    def temporary(self) -> Path:
        return self / "tmp"

    @property
    def engine(self) -> Path:
        return self / "engine"

    def prepare(self) -> None:
        """A killed relay leaves its workers' unpacked code behind: sweep it."""
        shutil.rmtree(self.temporary, ignore_errors=True)
        for folder in (self.state, self.temporary, self.engine):
            folder.mkdir(parents=True, exist_ok=True)
