"""`python -m tests.cli.engine STATE PORT`: an AWS account with nothing in it, until SIGTERM."""

import signal
import sys
from pathlib import Path

from infra.local import engine, sockets
from infra.local.front.door import FrontDoor
from infra.local.lambda_python import lambda_python
from infra.local.place import Place
from infra.local.run import StoppedError, Wish, leave


def main() -> None:
    place, wish = Place(Path(sys.argv[1]), int(sys.argv[2])), Wish()
    place.prepare()
    signal.signal(signal.SIGTERM, wish.hear)
    try:
        with (
            sockets.listen(place.port) as gateway,
            sockets.free() as front,
            engine.running(place, gateway, front, FrontDoor(place.url), lambda_python()),
        ):
            wish.wait()
    except StoppedError:
        leave(0)


if __name__ == "__main__":
    main()
