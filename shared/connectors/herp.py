"""HERP Hire, asked every 10-15 minutes: it sends no webhooks.

API 1.5.0 at `https://public-api.herp.cloud/hire` [D], 100 requests a minute and tenant,
`x-remaining-request`, `x-reset-at` (ISO 8601, +09:00) [D]; `{candidacies, hasNextPage}` [C].
`stepUpdatedAtFrom` is a day; an end may come long after the last step and moves no step [?]:
therefore the wide pass.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlencode

from shared.connectors.exchange import Answer, Request
from shared.connectors.herp_candidacy import candidacy
from shared.connectors.limits import Names
from shared.connectors.pages import Page
from shared.connectors.paging import polled
from shared.connectors.reading import inside, parsed, reference
from shared.connectors.wire import Wire
from shared.domain.ats_event import ApplicationEvent
from shared.domain.polled import Polled, Skipped
from shared.domain.tokyo import day
from shared.domain.watermark import Pass, Reach, Watermark

CANDIDACIES: Final = "https://public-api.herp.cloud/hire/v1/candidacies"
NAMES: Final = Names("x-remaining-request", "x-reset-at")
REACH: Final = Reach(back=timedelta(days=120), every=timedelta(hours=2))


@dataclass(frozen=True, slots=True)
class Herp:
    """Args:
    was_rejected: whether we hold this application as rejected: then its being open is news. Of
        everybody else it is not said, and an end that is dated back stays the last word.
    """

    wire: Wire = field(repr=False)
    key: str = field(repr=False)
    was_rejected: Callable[[str], bool]
    names: Names = NAMES
    reach: Reach | None = REACH

    def changes(self, since: Watermark, now: datetime, seconds_left: Callable[[], float]) -> Polled:
        return polled(self, self.wire, since, now, seconds_left)

    def asks(self, at: Pass) -> Request:
        """Newest first: what comes in meanwhile moves rows on, into pages not read yet."""
        asked = {
            "page": at.page,
            "sort": "appliedAt",
            "direction": "desc",
            "stepUpdatedAtFrom": day(at.reads_from).isoformat(),
        }
        headers = {"Authorization": f"Bearer {self.key}", "Accept": "application/json"}
        return Request("GET", f"{CANDIDACIES}?{urlencode(asked)}", headers)

    def page(self, answer: Answer, at: Pass) -> Page | None:
        said = parsed(answer.body)
        rows, more = inside(said, "candidacies"), inside(said, "hasNextPage")
        right = isinstance(rows, list) and isinstance(more, bool)
        return Page(rows, more) if right else None

    def read(self, row: Any) -> tuple[ApplicationEvent, ...] | Skipped:
        ref = reference(inside(row, "id"))
        return candidacy(row, was_rejected=ref is not None and self.was_rejected(ref))
