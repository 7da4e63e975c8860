"""A pass over a vendor's pages: goes on where it stopped, and stops in time."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from shared.connectors.limits import limit
from shared.connectors.pages import Page, Pages
from shared.connectors.verdict import trouble
from shared.connectors.wire import WORST_S, Wire
from shared.domain.ats_event import ApplicationEvent
from shared.domain.polled import Polled, Skipped
from shared.domain.trouble import Trouble, Why
from shared.domain.watermark import Pass, Watermark

MOST_PAGES: Final = 5_000
"""A pass longer than this is a vendor that turns in a circle."""


def polled(
    pages: Pages, wire: Wire, since: Watermark, now: datetime, seconds_left: Callable[[], float]
) -> Polled:
    at = since.opened(now, pages.reach)
    events: list[ApplicationEvent] = []
    ignored: list[Skipped] = []
    while True:
        came = turned(pages, wire, at, now) if seconds_left() > WORST_S else _OUT_OF_TIME
        if isinstance(came, Trouble):
            return Polled(tuple(events), tuple(ignored), since.broken(at), came)
        page, full = came
        _sort(pages, at, page, events, ignored)
        if not page.more:
            return Polled(tuple(events), tuple(ignored), since.ended(at))
        at = at.turned()
        if full:
            return Polled(tuple(events), tuple(ignored), since.broken(at), full)


_OUT_OF_TIME: Final = Trouble(Why.OUT_OF_TIME, "stopped before the time was over")


def turned(
    pages: Pages, wire: Wire, at: Pass, now: datetime
) -> tuple[Page, Trouble | None] | Trouble:
    """The page, and what keeps us from asking for the next one."""
    if at.page > MOST_PAGES:
        return Trouble(Why.UNREADABLE, "the pages have no end")
    answer = wire.ask(pages.asks(at))
    if isinstance(answer, Trouble):
        return answer
    if wrong := trouble(answer, pages.names, now):
        gone = wrong.why is Why.GONE
        return Trouble(Why.UNREADABLE, "the list is not there") if gone else wrong
    if (page := pages.page(answer, at)) is None:
        return Trouble(Why.UNREADABLE, "the answer is no list")
    told = limit(answer.headers, pages.names, now)
    spent = Trouble(Why.RATE_LIMITED, "few requests are left", told.resets_at)
    return page, spent if told.spent else None


def _sort(
    pages: Pages,
    at: Pass,
    page: Page,
    events: list[ApplicationEvent],
    ignored: list[Skipped],
) -> None:
    for row in page.rows:
        read = pages.read(row)
        if isinstance(read, Skipped):
            ignored.append(read)
        else:
            events += (event for event in read if at.is_news(event))
