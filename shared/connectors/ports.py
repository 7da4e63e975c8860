"""What a connection can do, whoever the vendor is. Nobody inherits; nothing raises."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shared.connectors.change import Change, Ignored
from shared.connectors.trouble import Trouble
from shared.connectors.watermark import Watermark


@dataclass(frozen=True, slots=True)
class Polled:
    """`changes` hold whatever stopped it: store them first, then `mark`, and nothing is lost.

    Args:
        stopped: None where the pass came to its end.
    """

    changes: tuple[Change, ...]
    ignored: tuple[Ignored, ...]
    mark: Watermark
    stopped: Trouble | None = None


class Poller(Protocol):
    def changes(self, since: Watermark, now: datetime, seconds_left: Callable[[], float]) -> Polled:
        """The same change may come again, under the same event id."""
        ...


@dataclass(frozen=True, slots=True)
class Written:
    """`already`: it stood there, and nothing was sent."""

    already: bool = False


class WriteBack(Protocol):
    def write(self, application_ref: str, url: str, now: datetime) -> Written | Trouble:
        """The same again ends the same."""
        ...
