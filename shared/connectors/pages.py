"""A vendor's list, page by page: what differs between vendors."""

from dataclasses import dataclass
from typing import Any, Protocol

from shared.connectors.exchange import Answer, Request
from shared.connectors.limits import Names
from shared.domain.ats_event import ApplicationEvent
from shared.domain.polled import Skipped
from shared.domain.watermark import Pass, Reach


@dataclass(frozen=True, slots=True)
class Page:
    rows: list[Any]
    more: bool


class Pages(Protocol):
    @property
    def names(self) -> Names: ...
    @property
    def reach(self) -> Reach | None: ...

    def asks(self, at: Pass) -> Request: ...
    def page(self, answer: Answer, at: Pass) -> Page | None:
        """None where it is no page."""
        ...

    def read(self, row: Any) -> tuple[ApplicationEvent, ...] | Skipped: ...
