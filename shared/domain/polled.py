"""What one asking of a vendor brought, and what setting our link in its field came to."""

from dataclasses import dataclass

from shared.domain.ats_event import ApplicationEvent
from shared.domain.trouble import Trouble
from shared.domain.watermark import Watermark


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is no news, and why; never whose."""

    because: str


@dataclass(frozen=True, slots=True)
class Polled:
    """`events` hold whatever stopped it: store them first, then `mark`, and nothing is lost.

    Args:
        events: each says when it happened. The same fact is the same event when read again.
        stopped: None where the pass came to its end.
    """

    events: tuple[ApplicationEvent, ...]
    ignored: tuple[Skipped, ...]
    mark: Watermark
    stopped: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """`already`: it stood there, and nothing was sent."""

    already: bool = False
