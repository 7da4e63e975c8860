"""One attempt at work in its own thread, so that whoever asked for it need not wait for its end."""

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from shared.domain.heard import Answered, Heard, Unanswered, Why
from shared.webhooks.pinned import Pinned

READ: Final = 16 * 1024
"""Bytes of the answer's body that are taken off the line, and thrown away."""
AGENT: Final = "Career-Relay-Webhooks/1"
OURS: Final = {"content-type": "application/json", "user-agent": AGENT, "connection": "close"}


@dataclass(slots=True)
class Attempt:
    """`heard` is what is known so far.

    Args:
        lookup: addresses to connect to, or why there is none.
    """

    line: Pinned
    lookup: Callable[[], tuple[str, ...] | Why]
    path: str
    body: bytes
    headers: Mapping[str, str]
    heard: Heard = field(default=Unanswered(Why.LATE))

    def run(self) -> None:
        """Whatever the other side sends ends as an answer or a failure, never as an exception."""
        try:
            self._over_the_line()
        except Exception as error:
            self._failed(error)
        finally:
            self.line.close()

    def _over_the_line(self) -> None:
        found = self.lookup()
        if isinstance(found, Why):
            self.heard = Unanswered(found)
            return
        self.line.addresses = found
        self.line.request("POST", self.path, self.body, {**OURS, **self.headers})
        answer = self.line.getresponse()
        self.heard = Answered(answer.status, answer.getheader("retry-after"))
        answer.read(READ)

    def _failed(self, error: Exception) -> None:
        """Once the head has come, what becomes of the body changes nothing."""
        if not isinstance(self.heard, Answered):
            self.heard = Unanswered(why(error))


def why(error: Exception) -> Why:
    match error:
        case ssl.SSLError():
            return Why.TLS
        case TimeoutError():
            return Why.LATE
        case OSError():
            return Why.UNREACHED
    return Why.GARBLED
