"""Talentio, asked every 10-15 minutes: it sends no webhooks.

v1.1.2 at `https://talentio.com/api/v1`: Bearer, 100 a page, 5,000 requests an hour, `X-Remaining`,
`X-Reset`, `X-Total` [D]. `updatedAtFrom` (yyyy-MM-ddThh:mm:ss) [C]: were it not heeded, every pass
would read everybody, slower and no less right. The form of `X-Reset` is not said [?].
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlencode

from shared.connectors.exchange import Answer, Request
from shared.connectors.limits import Names
from shared.connectors.pages import Page
from shared.connectors.paging import polled
from shared.connectors.reading import inside, parsed, reference
from shared.connectors.talentio_candidate import candidate
from shared.connectors.wire import Wire
from shared.domain.ats_event import ApplicationEvent
from shared.domain.polled import Polled, Skipped
from shared.domain.tokyo import TOKYO
from shared.domain.watermark import Pass, Reach, Watermark

CANDIDATES: Final = "https://talentio.com/api/v1/candidates"
A_PAGE: Final = 100
NAMES: Final = Names("x-remaining", "x-reset")


@dataclass(frozen=True, slots=True)
class Talentio:
    """Args:
    was_rejected: whether we hold this application as rejected: then its being open is news. Of
        everybody else it is not said, and an end that is dated back stays the last word.
    """

    wire: Wire = field(repr=False)
    key: str = field(repr=False)
    was_rejected: Callable[[str], bool]
    names: Names = NAMES
    reach: Reach | None = None

    def changes(self, since: Watermark, now: datetime, seconds_left: Callable[[], float]) -> Polled:
        return polled(self, self.wire, since, now, seconds_left)

    def asks(self, at: Pass) -> Request:
        """In their own order, by `registeredAt`: nobody moves to an earlier page meanwhile."""
        since = at.reads_from.astimezone(TOKYO).strftime("%Y-%m-%dT%H:%M:%S")
        asked = urlencode({"page": at.page, "updatedAtFrom": since})
        headers = {"Authorization": f"Bearer {self.key}", "Accept": "application/json"}
        return Request("GET", f"{CANDIDATES}?{asked}", headers)

    def page(self, answer: Answer, at: Pass) -> Page | None:
        rows = parsed(answer.body)
        if not isinstance(rows, list):
            return None
        total = answer.headers.get("x-total", "")
        known = total.isascii() and total.isdigit() and len(total) < 10
        more = int(total) > at.page * A_PAGE if known else len(rows) >= A_PAGE
        return Page(rows, more and bool(rows))

    def read(self, row: Any) -> tuple[ApplicationEvent, ...] | Skipped:
        ref = reference(inside(row, "id"))
        return candidate(row, was_rejected=ref is not None and self.was_rejected(ref))
