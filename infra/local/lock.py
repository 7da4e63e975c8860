"""One relay at a time per folder: two would write over each other's data."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from infra.local.place import Place
from infra.local.refusal import RefusedError


@contextmanager
def only_one(place: Place) -> Iterator[None]:
    place.state.mkdir(parents=True, exist_ok=True)
    with (place / "running").open("w") as mark:
        try:
            fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as why:
            raise RefusedError(
                f"another relay is running from {place.state}; stop it, or give this one"
                " a folder of its own: RELAY_STATE=.local/second RELAY_PORT=8081 make run"
            ) from why
        yield
