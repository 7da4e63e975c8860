"""The two ports of a relay: its own, and the engine's, which is chosen once and kept."""

import random
import socket
from contextlib import suppress
from typing import Final

from infra.local.place import Place
from infra.local.refusal import RefusedError

_OURS: Final = range(20000, 30000)
"""Below what the system hands out by itself, so that nothing takes it between two starts."""


def listen(port: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        bound.bind(("127.0.0.1", port))
        bound.listen(256)
    except OSError:
        bound.close()
        raise
    return bound


def front(place: Place) -> socket.socket:
    try:
        return listen(place.port)
    except OSError as why:
        raise RefusedError(
            f"port {place.port} is not free ({why.strerror}); stop the program that holds it,"
            f" or choose another: RELAY_PORT={place.port + 1} make run"
        ) from why


def gateway(place: Place) -> socket.socket:
    """The engine's own port is part of every queue's address, so a relay keeps its first one."""
    remembered = place / "engine-port"
    if not remembered.exists():
        bound = free()
        remembered.write_text(str(bound.getsockname()[1]))
        return bound
    port = int(remembered.read_text())
    try:
        return listen(port)
    except OSError as why:
        raise RefusedError(
            f"port {port}, which this relay's engine keeps, is not free ({why.strerror});"
            " stop the program that holds it, or start afresh: make clean"
        ) from why


def free() -> socket.socket:
    for port in random.sample(_OURS, len(_OURS)):
        with suppress(OSError):
            return listen(port)
    raise RefusedError("no port between 20000 and 30000 is free for the engine")
