"""A whole relay of its own, in another process, as `make run` starts it: over HTTP, to be killed.

with relay(tmp_path, free_port()) as live:
    person = live.person(1)
    reg = person.register(live.link_url)
    person.verify(reg, person.code())
    live.kill(); live.start()
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from infra.local.aws import Clients
from infra.local.visit import Relay
from tests.support.lent import lend
from tests.support.person import Person

_ROOT: Final = Path(__file__).resolve().parents[2]
_START_S, _STOP_S = 240, 30


class Live:
    """A relay in `state` on `port`; `module` is what is run, `variables` what it is told."""

    def __init__(self, state: Path, port: int, module: str, variables: dict[str, str]) -> None:
        self.state, self.port, self.log = state, port, state / "run.log"
        self._module, self._variables = module, variables
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def known(self) -> dict[str, Any]:
        known: dict[str, Any] = json.loads((self.state / "outputs.json").read_text())
        return known

    @property
    def visit(self) -> Relay:
        return Relay(self.known)

    @property
    def url(self) -> str:
        return str(self.known["url"])

    @property
    def link_url(self) -> str:
        return str(self.known["company"]["link_url"])

    @property
    def clients(self) -> Clients:
        """The engine's account, as its owner: `live.clients.client("dynamodb")`."""
        return Clients(f"http://127.0.0.1:{(self.state / 'engine-port').read_text()}")

    @property
    def stack(self) -> dict[str, str]:
        """The stack's outputs."""
        outputs: dict[str, str] = json.loads((self.state / "deployed.json").read_text())["outputs"]
        return outputs

    def person(self, number: int, email: str = "") -> Person:
        return Person(self.visit, email or f"person{number}@mail.example.com", number)

    def start(self) -> None:
        """Returns when everything answers."""
        self.state.mkdir(parents=True, exist_ok=True)
        lend(self.state)
        before = self._written()
        told = {"RELAY_STATE": str(self.state), "RELAY_PORT": str(self.port), "RELAY_SEED": "none"}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", self._module],
                cwd=_ROOT,
                env={**os.environ, **told, **self._variables},
                stdout=log,
                stderr=log,
            )
        self._wait_until_it_answers(before)

    def _wait_until_it_answers(self, before: int) -> None:
        assert self._process is not None
        end = time.monotonic() + _START_S
        while self._written() in (0, before):
            gone = self._process.poll() is not None
            assert not gone and time.monotonic() < end, self.log.read_text()[-3000:]
            time.sleep(0.05)

    def _written(self) -> int:
        """When outputs.json was: a start takes the one before away, and writes its own last."""
        outputs = self.state / "outputs.json"
        return outputs.stat().st_mtime_ns if outputs.exists() else 0

    def stop(self) -> int:
        """The status it ended with."""
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def _end(self, wish: signal.Signals) -> int:
        if self._process is None:
            return 0
        self._process.send_signal(wish)
        process, self._process = self._process, None
        try:
            return process.wait(_STOP_S)
        except subprocess.TimeoutExpired:
            process.kill()
            raise


@contextmanager
def relay(
    state: Path, port: int, module: str = "infra.local.run", **variables: str
) -> Iterator[Live]:
    live = Live(state, port, module, variables)
    try:
        live.start()
        yield live
    finally:
        live.stop()


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port
