"""`make run`: start the relay, serve until Ctrl-C or SIGTERM, stop cleanly."""

import logging
import os
import signal
import sys
import threading
from contextlib import ExitStack
from types import FrameType
from typing import NoReturn

from infra.local.place import Place
from infra.local.progress import Progress
from infra.local.refusal import RefusedError
from infra.local.start import start


class StoppedError(BaseException):
    """Somebody wants the relay to end; what is open closes on the way out."""


def main() -> int:
    progress = Progress()
    for wish in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wish, _stop)
    try:
        with ExitStack() as closing:
            start(Place.named_by_environment(), progress, closing)
            threading.Event().wait()
    except StoppedError:
        progress.say("Stopped. What it knows is kept for the next start.")
    except RefusedError as why:
        return _cannot(str(why))
    except Exception as why:
        logging.getLogger("relay").exception("unexpected")
        return _cannot(f"{type(why).__name__}: {why} (relay.log says where)")
    return 0


def _cannot(why: str) -> int:
    print(f"The relay cannot run: {why.rstrip('.')}.", file=sys.stderr)
    return 1


def _stop(_wish: int, _frame: FrameType | None) -> None:
    for wish in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wish, signal.SIG_IGN)  # once is enough; let the closing be whole
    raise StoppedError


def leave(status: int) -> NoReturn:
    """At once: everything is closed, and no thread of the engine shall hold the process."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    leave(main())
