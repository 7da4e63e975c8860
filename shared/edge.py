"""The lock of our own origin: a request is served when it says what only our edge knows."""

import hmac
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Final

from shared import request
from shared.aws.secret import CURRENT, PENDING, PREVIOUS, labelled
from shared.domain.errors import NotFromEdge, RelayError, Unavailable
from shared.settings import ORIGIN_SECRET, setting

ASKED_AGAIN_SECONDS: Final = 60
UNANSWERED_SECONDS: Final = 5
KEPT_SECONDS: Final = 3600


@dataclass
class Lock:
    """The values good now. While the secret turns there are three of them, so nobody is cut off.

    `read` gives the value under a label, None where there is none. `clock` is the wall's: what a
    snapshot remembers from its making is old on the day it is restored.
    """

    read: Callable[[str], str | None]
    clock: Callable[[], float] = time.time
    _known: tuple[bytes, ...] = ()
    _read_at: float = float("-inf")
    _ask_from: float = float("-inf")
    _unsure: bool = False

    def learn(self, *labels: str) -> None:
        found = [self.read(label) for label in labels]
        self._known = tuple(value.encode() for value in found if value)
        self._read_at = self.clock()

    def admit(self, event: Mapping[str, Any]) -> None:
        """Raises NotFromEdge, Unavailable."""
        said = (request.header(event, request.ORIGIN) or "").encode()
        if said and self.clock() - self._read_at >= KEPT_SECONDS:
            self._freshen()
        if not self._knows(said):
            self._ask_again(said)

    def _freshen(self) -> None:
        """Should nobody answer, what we know is good for another hour: people come first."""
        self._read_at = self.clock()
        with suppress(Unavailable):
            self.learn(CURRENT)

    def _ask_again(self, said: bytes) -> None:
        """A value we do not know may be a new one: look, but not for each who guesses."""
        if said and self.clock() >= self._ask_from:
            self._ask_from = self.clock() + UNANSWERED_SECONDS
            self._unsure = True
            self.learn(CURRENT, PENDING, PREVIOUS)
            self._ask_from = self.clock() + ASKED_AGAIN_SECONDS
            self._unsure = False
        if not self._knows(said):
            raise self._refusal(said)

    def _refusal(self, said: bytes) -> RelayError:
        """What nobody could look up may be right; it is not looked up for each who comes."""
        if said and self._unsure:
            return Unavailable("the edge's secret cannot be read just now")
        return NotFromEdge("this address is served by way of its edge alone")

    def _knows(self, said: bytes) -> bool:
        """As long for a near miss as for a wild guess."""
        return any([hmac.compare_digest(said, known) for known in self._known])


@cache
def lock() -> Lock:
    """This function's own, with the current value read while it starts."""
    made = Lock(partial(labelled, setting(ORIGIN_SECRET)))
    made.learn(CURRENT)
    return made
