"""ministack in this process, mended, its state in the relay's folder."""

import logging
import shutil
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from infra.local.aws import Clients
from infra.local.environment import enclose
from infra.local.journal import Journal
from infra.local.place import Place
from infra.local.server import Asgi, Server

if TYPE_CHECKING:
    from infra.local.front.door import FrontDoor


@dataclass(frozen=True, slots=True)
class Engine:
    """A running engine: what it is asked by, and what it keeps."""

    server: Server
    journal: Journal
    clients: Clients

    def save(self) -> None:
        from infra.local.fixes import saving

        self.server.call(saving.save)

    def take_up_calls(self) -> None:
        from infra.local.fixes import calls

        calls.take_up(self.journal)


def forget(place: Place) -> None:
    """State without a finished deploy, or with half a demo: begin with none."""
    for half in (place.half_told, place.clock):
        half.unlink(missing_ok=True)
    shutil.rmtree(place.engine, ignore_errors=True)
    for part in ("", "-wal", "-shm"):
        (place / f"journal.sqlite{part}").unlink(missing_ok=True)
    place.prepare()


@contextmanager
def running(
    place: Place, gateway: socket.socket, front: socket.socket, door: "FrontDoor", python: Path
) -> Iterator[Engine]:
    """ministack reads its environment when it is imported, so nobody may import it before."""
    assert "ministack" not in sys.modules
    port = gateway.getsockname()[1]
    enclose(place, port)
    _log_to(place / "relay.log")
    app, journal = _mended(place, python)
    door.opens_onto(app, journal)
    try:
        with Server([(app, gateway), (door, front)]) as server:
            yield Engine(server, journal, Clients(f"http://127.0.0.1:{port}"))
    finally:
        _end_workers()
        journal.close()


def _mended(place: Place, python: Path) -> tuple[Asgi, Journal]:
    from ministack import app

    from infra.local import fixes

    journal = Journal(place / "journal.sqlite")
    fixes.install(journal, lambda_python=python, unpack_into=place.temporary / "unpacked")
    asgi: Any = app.app
    return asgi, journal


def _end_workers() -> None:
    from ministack.core import lambda_runtime

    lambda_runtime.reset()


def _log_to(path: Path) -> None:
    shape = logging.Formatter("%(asctime)s %(levelname)s [%(name)s] %(message)s")
    written = logging.FileHandler(path, mode="w", encoding="utf-8")
    written.setFormatter(shape)
    logging.root.handlers = [written]
    logging.root.setLevel(logging.INFO)
