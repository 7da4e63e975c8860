"""`make run`: start the relay, serve until Ctrl-C or SIGTERM, stop cleanly."""

import logging
import os
import signal
import sys
import time
from contextlib import ExitStack
from types import FrameType
from typing import Final, NoReturn

from infra.local.place import Place
from infra.local.progress import Progress
from infra.local.refusal import RefusedError

_PATIENCE_S: Final = 3.0
_LOOK_S: Final = 0.5


class StoppedError(BaseException):
    """Somebody wants the relay to end; what is open closes on the way out."""


class Wish:
    """That the relay ends. Raised where it is, and remembered, should somebody swallow it."""

    def __init__(self) -> None:
        self.said, self.at = False, 0.0

    def hear(self, _wish: int, _frame: FrameType | None) -> None:
        if not self.said:
            self.said, self.at = True, time.monotonic()
            raise StoppedError
        if time.monotonic() - self.at > _PATIENCE_S:
            leave(130)

    def wait(self) -> None:
        """A signal another thread of the engine caught is heard only when this one wakes."""
        while not self.said:
            time.sleep(_LOOK_S)


def main() -> int:
    progress, wish = Progress(), Wish()
    for way in (signal.SIGINT, signal.SIGTERM):
        signal.signal(way, wish.hear)
    try:
        from infra.local.start import start  # slow to import; a wish is heard meanwhile

        with ExitStack() as closing:
            start(Place.named_by_environment(), progress, closing)
            wish.wait()
    except StoppedError:
        pass
    except RefusedError as why:
        return _cannot(str(why))
    except Exception as why:
        logging.getLogger("relay").exception("unexpected")
        return _cannot(f"{type(why).__name__}: {why} (relay.log says where)")
    progress.say("Stopped. What it knows is kept for the next start.")
    return 0


def _cannot(why: str) -> int:
    print(f"The relay cannot run: {why.rstrip('.')}.", file=sys.stderr)
    return 1


def leave(status: int) -> NoReturn:
    """At once: everything is closed, and no thread of the engine shall hold the process."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    leave(main())
