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

    @classmethod
    def named_by_environment(cls) -> Self:
        """`RELAY_STATE` and `RELAY_PORT`, or `.local` and 8080."""
        port = os.environ.get("RELAY_PORT") or str(PORT)
        if not port.isdecimal() or not 0 < int(port) < 65536:
            raise RefusedError(f"RELAY_PORT is {port!r}; it has to be a port number")
        return cls((ROOT / (os.environ.get("RELAY_STATE") or ".local")).resolve(), int(port))

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
